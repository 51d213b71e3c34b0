import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { SandboxKey } from '../sandbox/oss/access-keys'
import { createOssSandbox, type OssSandbox, type OssSandboxOptions } from '../sandbox/oss/oss-sandbox'
import { createOssSandboxListener } from '../sandbox/oss/sandbox-listener'
import { createCredentials } from '../src/adapters/oss/credentials'
import { credentialSource } from '../src/adapters/oss/credential-sources'
import { createOssCalls, type OssCallsOptions } from '../src/adapters/oss/oss-calls'
import { createOssPhotoStore } from '../src/adapters/oss/photo-store'
import type { OssConfig } from '../src/config.oss'
import type { PhotoStore } from '../src/ports/photo-store'
import type { LogLine } from './edge-app'
import { countingRandom } from './fakes'

export const OSS_KEY: SandboxKey = {
  id: 'LTAIsandboxkey',
  secret: 'secret-of-the-sandbox-key',
  securityToken: null,
  expiresAtMs: null,
}
export const OSS_PLACE = { bucket: 'waiqin-photos-test', region: 'cn-hangzhou' }
/** ali-oss asks the system for the time, so the sandbox does too. */
export const systemClock = { nowMs: () => Date.now() }

export interface OssBench {
  readonly sandbox: OssSandbox
  readonly store: PhotoStore
  readonly config: OssConfig
  readonly url: string
  readonly log: readonly LogLine[]
  /** Another store on the same bucket. */
  open(changes?: Partial<OssConfig>, options?: Partial<OssCallsOptions>): PhotoStore
  close(): Promise<void>
}

/** The OSS adapter and the sandbox over real HTTP. */
export async function startOssBench(
  sandboxOptions: Partial<OssSandboxOptions> = {},
  callOptions: Partial<OssCallsOptions> = {},
): Promise<OssBench> {
  const common = { ...OSS_PLACE, keys: [OSS_KEY], clock: systemClock, random: countingRandom(8) }
  const sandbox = createOssSandbox({ ...common, ...sandboxOptions })
  const served = await serve(createOssSandboxListener(sandbox))
  const config: OssConfig = {
    ...OSS_PLACE,
    endpoint: null,
    domain: served.url,
    credentials: { kind: 'key', accessKeyId: OSS_KEY.id, accessKeySecret: OSS_KEY.secret },
    encryption: { algorithm: 'AES256', kmsKeyId: null },
  }
  const log: LogLine[] = []
  const write = (level: LogLine['level']) => (fields: LogLine['fields'], text: string) => {
    log.push({ level, fields, text })
  }
  const open = (changes: Partial<OssConfig> = {}, options: Partial<OssCallsOptions> = {}) => {
    const own = { ...config, ...changes }
    const credentials = createCredentials(credentialSource(own.credentials), systemClock)
    const calls = createOssCalls({
      config: own,
      credentials,
      log: { info: write('info'), warn: write('warn'), error: write('error') },
      firstWaitMs: 1,
      ...callOptions,
      ...options,
    })
    return createOssPhotoStore(own, calls)
  }
  return { sandbox, store: open(), config, url: served.url, log, open, close: served.close }
}

export interface Served {
  readonly url: string
  close(): Promise<void>
}

export async function serve(listener: RequestListener): Promise<Served> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
