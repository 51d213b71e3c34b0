import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose'
import type { GatewayPublicKey } from '#contract/api-places'

export interface GatewayKey {
  /** RFC 7638 thumbprint of the public key. */
  readonly kid: string
  readonly privateKey: CryptoKey
  /** For the site's form. */
  readonly publicJwk: GatewayPublicKey
}

/**
 * The gateway's Ed25519 key from its file; creates key and file (mode 0600) when there is none. Two starts at once end
 * with one key: the first to have its file in place wins.
 * @throws Error when the file holds no private Ed25519 JWK
 */
export async function openGatewayKey(file: string): Promise<GatewayKey> {
  const existing = await readIfPresent(file)
  if (existing !== null) return readKey(existing, file)
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  try {
    await writeFile(draft, JSON.stringify(await exportJWK(privateKey)) + '\n', { mode: 0o600, flag: 'wx', flush: true })
    // A link appears whole or not at all, and never replaces a file.
    await link(draft, file)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  } finally {
    await rm(draft, { force: true })
  }
  return readKey(await readFile(file, 'utf8'), file)
}

async function readIfPresent(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

async function readKey(text: string, file: string): Promise<GatewayKey> {
  const jwk = parse(text)
  const { kty, crv, x, d } = jwk
  if (kty !== 'OKP' || crv !== 'Ed25519' || x === undefined || d === undefined) {
    throw new Error(`${file} holds no private Ed25519 JWK; move it away to get a new key`)
  }
  const privateKey = (await importJWK({ kty, crv, x, d }, 'EdDSA')) as CryptoKey
  const kid = await calculateJwkThumbprint({ kty, crv, x })
  return { kid, privateKey, publicJwk: { kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' } }
}

function parse(text: string): JWK {
  try {
    return (JSON.parse(text) as JWK | null) ?? {}
  } catch {
    return {}
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code
}
