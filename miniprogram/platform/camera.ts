import { failure, success } from '../result'
import { callWx } from './call-wx'
import type { Camera } from './platform'

/** A person may take their time. */
const TIMEOUT_MS = 10 * 60_000

export function createCamera(): Camera {
  return {
    async takePhoto() {
      // `chooseMedia` exists on Android only inside WeCom.
      const chosen = await callWx<{ tempFilePaths?: readonly string[] }>(
        (callbacks) =>
          wx.chooseImage({ count: 1, sourceType: ['camera'], sizeType: ['original', 'compressed'], ...callbacks }),
        TIMEOUT_MS,
      )
      if (chosen.ok) {
        const path = chosen.value.tempFilePaths?.[0]
        return path === undefined ? failure('cancelled') : success(path)
      }
      if (chosen.problem.kind === 'missing') return failure('unsupported')
      if (chosen.problem.kind === 'timeout' || /cancel/i.test(chosen.problem.message)) return failure('cancelled')
      return failure(/auth deny|permission|authorize|denied/i.test(chosen.problem.message) ? 'refused' : 'failed')
    },
  }
}
