import { AppError } from '../../app-error'
import { WecomError } from './wecom-problems'

/** What leaves an adapter: everything but WeCom's own refusals as it is. */
export function refused(fault: unknown): unknown {
  return fault instanceof WecomError
    ? new AppError('WECOM_REFUSED', { internalText: fault.message, cause: fault })
    : fault
}
