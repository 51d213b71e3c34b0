import { createCredentials } from '../adapters/oss/credentials'
import { credentialSource } from '../adapters/oss/credential-sources'
import { createOssCalls } from '../adapters/oss/oss-calls'
import { createOssPhotoStore } from '../adapters/oss/photo-store'
import { systemClock } from '../adapters/system/system'
import type { OssConfig } from '../config.oss'
import type { Log } from '../ports/log'
import type { PhotoStore } from '../ports/photo-store'

/** The bucket as every process opens it. OSS and STS know the real time alone, so a demo's clock has no say here. */
export function openOssPhotoStore(config: OssConfig, log?: Log): PhotoStore {
  const credentials = createCredentials(credentialSource(config.credentials), systemClock)
  return createOssPhotoStore(config, createOssCalls({ config, credentials, ...(log !== undefined && { log }) }))
}
