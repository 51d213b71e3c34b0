import OSS from 'ali-oss'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { OssCredentialsConfig } from '../../config.oss'
import type { Credential } from './credentials'

/** What an account's roles may do by default. */
const ROLE_SECONDS = 3_600
const SESSION_NAME = 'waiqin'
const STS_TIMEOUT_MS = 5_000

/** As STS answers it, and as the file says it. */
const GIVEN = z.object({
  AccessKeyId: z.string().min(1),
  AccessKeySecret: z.string().min(1),
  SecurityToken: z.string().min(1),
  Expiration: z.iso.datetime({ offset: true }),
})

/** Where a credential comes from. Its errors name no secret. */
export function credentialSource(config: OssCredentialsConfig): () => Promise<Credential> {
  switch (config.kind) {
    case 'key': {
      const { accessKeyId, accessKeySecret } = config
      return () => Promise.resolve({ accessKeyId, accessKeySecret, securityToken: null, expiresAtMs: null })
    }
    case 'role':
      return () => assumeRole(config)
    case 'file':
      return () => readCredentialFile(config.path)
  }
}

async function assumeRole(config: Extract<OssCredentialsConfig, { kind: 'role' }>): Promise<Credential> {
  const { accessKeyId, accessKeySecret, roleArn, stsEndpoint: endpoint } = config
  // The endpoint is missing in the package's types.
  const sts = new OSS.STS({ accessKeyId, accessKeySecret, endpoint } as ConstructorParameters<typeof OSS.STS>[0])
  try {
    const options = { timeout: STS_TIMEOUT_MS, ctx: undefined }
    const { credentials } = await sts.assumeRole(roleArn, undefined, ROLE_SECONDS, SESSION_NAME, options)
    return parseGiven(credentials)
  } catch (error) {
    // The package hangs the signed request on its error.
    const { code, name } = error as { readonly code?: string; readonly name?: string }
    throw new Error(`STS gave no credential for OSS_ROLE_ARN: ${code ?? name ?? 'no answer'}`)
  }
}

async function readCredentialFile(path: string): Promise<Credential> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(`OSS_CREDENTIALS_FILE cannot be read: ${error.code ?? error.name}`)
  })
  try {
    return parseGiven(JSON.parse(text))
  } catch {
    const members = Object.keys(GIVEN.shape).join(', ')
    throw new Error(`OSS_CREDENTIALS_FILE is no JSON with ${members}`)
  }
}

function parseGiven(given: unknown): Credential {
  const { AccessKeyId, AccessKeySecret, SecurityToken, Expiration } = GIVEN.parse(given)
  return {
    accessKeyId: AccessKeyId,
    accessKeySecret: AccessKeySecret,
    securityToken: SecurityToken,
    expiresAtMs: Date.parse(Expiration),
  }
}
