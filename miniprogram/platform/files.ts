import { hex } from '../bytes/text'
import { sha256 } from '../bytes/sha256'
import { failure, success } from '../result'
import { callWx, type WxFailure } from './call-wx'
import type { Files } from './platform'

const TIMEOUT_MS = 15_000
const SHA256_HEX = /^[0-9a-f]{64}$/

export function createFiles(): Files {
  const system = () => wx.getFileSystemManager()

  return {
    async keep(temporaryPath) {
      const kept = await callWx<{ savedFilePath?: string | number }>(
        (callbacks) => system().saveFile({ tempFilePath: temporaryPath, ...callbacks }),
        TIMEOUT_MS,
      )
      if (!kept.ok) return failure(isFull(kept.problem) ? 'full' : 'failed')
      const { savedFilePath } = kept.value
      return savedFilePath === undefined ? failure('failed') : success(String(savedFilePath))
    },

    async facts(path) {
      const info = await callWx<{ size: number; digest?: string }>(
        (callbacks) => system().getFileInfo({ filePath: path, digestAlgorithm: 'sha256', ...callbacks }),
        TIMEOUT_MS,
      )
      const digest = info.ok ? info.value.digest?.toLowerCase() : undefined
      if (info.ok && digest !== undefined && SHA256_HEX.test(digest)) {
        return success({ sha256: digest, byteLength: info.value.size })
      }
      // Older clients know md5 and sha1 only: read the file and do it here.
      const read = await callWx<{ data?: string | ArrayBuffer }>(
        (callbacks) => system().readFile({ filePath: path, ...callbacks }),
        TIMEOUT_MS,
      )
      if (!read.ok) return failure(isMissing(read.problem) ? 'missing' : 'failed')
      const { data } = read.value
      if (data === undefined || typeof data === 'string') return failure('failed')
      const bytes = new Uint8Array(data)
      return success({ sha256: hex(sha256(bytes)), byteLength: bytes.length })
    },

    async remove(path) {
      await callWx((callbacks) => system().unlink({ filePath: path, ...callbacks }), TIMEOUT_MS)
    },
  }
}

function isFull(problem: WxFailure): boolean {
  return problem.kind === 'failed' && /maximum size|exceed|no space|limit/i.test(problem.message)
}

function isMissing(problem: WxFailure): boolean {
  return problem.kind === 'failed' && /no such file|not found|not exist/i.test(problem.message)
}
