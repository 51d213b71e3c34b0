import type { DeviceFacts } from '../../contract/api'

/** `HUAWEI Mate 60`; the brand once only. */
export function phoneName({ brand, model }: Pick<DeviceFacts, 'brand' | 'model'>): string {
  return model.toLowerCase().startsWith(brand.toLowerCase()) ? model : `${brand} ${model}`
}
