import type { Config } from '../config'
import type { Page } from '../http/page'

export function startPages(_config: Config): Page[] {
  return []
}
