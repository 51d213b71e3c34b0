import { hkdfSync, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const FILE = z.strictObject({
  fieldKey: z.base64(),
  fieldHashKey: z.base64(),
  refreshSecret: z.base64(),
  keyEncryptionKey: z.base64(),
  wecomSandboxSecret: z.base64(),
})

type StoredSecrets = z.output<typeof FILE>

export interface DevelopmentSecrets extends StoredSecrets {
  /** Derived, these too, so that a file from before there was a use for them stays good. */
  readonly photoStoreSecret: string
  readonly wecomContactSecret: string
  readonly wecomCallbackToken: string
  readonly wecomCallbackAesKey: string
}

/**
 * The secrets of a development machine: made at random once, kept in `<dataFolder>/secrets.json`, readable by its owner
 * alone. Two processes that start together end up with the same ones.
 * @throws Error when the file exists and is not what was written.
 */
export function developmentSecrets(dataFolder: string): DevelopmentSecrets {
  const path = join(dataFolder, 'secrets.json')
  const stored = readSecrets(path) ?? createSecrets(dataFolder, path)
  const derived = (from: string, purpose: string) =>
    Buffer.from(hkdfSync('sha256', Buffer.from(from, 'base64'), '', purpose, 32))
  const { keyEncryptionKey, wecomSandboxSecret } = stored
  return {
    ...stored,
    photoStoreSecret: derived(keyEncryptionKey, 'photo store').toString('base64'),
    wecomContactSecret: derived(wecomSandboxSecret, 'wecom contacts').toString('base64url'),
    wecomCallbackToken: derived(wecomSandboxSecret, 'wecom callback token').toString('hex').slice(0, 32),
    // 43 characters of base64, whose last one carries four bits.
    wecomCallbackAesKey: derived(wecomSandboxSecret, 'wecom callback key').toString('base64').slice(0, 43),
  }
}

function readSecrets(path: string): StoredSecrets | null {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  try {
    return FILE.parse(JSON.parse(text))
  } catch {
    throw new Error(`${path} is damaged; restore it, or remove it together with the development database`)
  }
}

function createSecrets(dataFolder: string, path: string): StoredSecrets {
  const secret = () => randomBytes(32).toString('base64')
  const secrets: StoredSecrets = {
    fieldKey: secret(),
    fieldHashKey: secret(),
    refreshSecret: secret(),
    keyEncryptionKey: secret(),
    wecomSandboxSecret: secret(),
  }
  mkdirSync(dataFolder, { recursive: true })
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  try {
    // A link appears whole or not at all, and fails when somebody else was first: theirs then counts.
    linkSync(draft, path)
    return secrets
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const theirs = readSecrets(path)
    if (theirs === null) throw error
    return theirs
  } finally {
    rmSync(draft)
  }
}
