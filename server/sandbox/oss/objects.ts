import { createHash } from 'node:crypto'
import { OssRefusal } from './oss-refusal'

export interface SandboxObject {
  readonly bytes: Buffer
  readonly contentType: string
  /** Upper-case hex. */
  readonly md5: string
  readonly modifiedAtMs: number
  /** `AES256`, `KMS`; null: as the bucket does it. */
  readonly encryption: string | null
}

export interface Objects {
  get(key: string): SandboxObject | undefined
  /** @throws OssRefusal FileAlreadyExists, ServiceUnavailable when the sandbox is full */
  put(key: string, object: Omit<SandboxObject, 'md5'>, forbidsOverwrite: boolean): SandboxObject
  delete(key: string): void
  keys(): string[]
}

/** Objects in memory, at most so many bytes of them and 10 000. */
export function createObjects(mostBytes: number): Objects {
  const objects = new Map<string, SandboxObject>()
  const heldBytes = () => [...objects.values()].reduce((sum, { bytes }) => sum + bytes.length, 0)
  return {
    get: (key) => objects.get(key),
    put: (key, object, forbidsOverwrite) => {
      const before = objects.get(key)
      if (forbidsOverwrite && before !== undefined) {
        throw new OssRefusal('FileAlreadyExists', 'The object you specified already exists and can not be overwritten.')
      }
      const free = mostBytes - heldBytes() + (before?.bytes.length ?? 0)
      if (object.bytes.length > free || objects.size >= 10_000) {
        throw new OssRefusal('ServiceUnavailable', 'The sandbox is full.')
      }
      const stored = { ...object, md5: createHash('md5').update(object.bytes).digest('hex').toUpperCase() }
      objects.set(key, stored)
      return stored
    },
    delete: (key) => void objects.delete(key),
    keys: () => [...objects.keys()],
  }
}
