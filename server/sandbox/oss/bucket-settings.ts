import { OssRefusal } from './oss-refusal'
import { fromXml, toXml } from './xml'

export interface CorsRule {
  readonly AllowedOrigin: readonly string[]
  readonly AllowedMethod: readonly string[]
  readonly AllowedHeader?: readonly string[]
  readonly ExposeHeader?: readonly string[]
  readonly MaxAgeSeconds?: string
}

/** As its owner set it up in OSS's console. */
export interface BucketSettings {
  acl: 'private' | 'public-read' | 'public-read-write'
  versioning: 'Enabled' | 'Suspended' | null
  encryption: string | null
  cors: readonly CorsRule[]
  /** As they came. */
  lifecycle: readonly Readonly<Record<string, unknown>>[]
}

export interface BucketFacts {
  readonly bucket: string
  readonly region: string
}

export const NEW_BUCKET: BucketSettings = {
  acl: 'private',
  versioning: null,
  encryption: null,
  cors: [],
  lifecycle: [],
}

const CORS_LISTS = ['CORSRule', 'AllowedOrigin', 'AllowedMethod', 'AllowedHeader', 'ExposeHeader']
const OWNER = { ID: '1000000000000001', DisplayName: '1000000000000001' }

/** GET of a subresource of the bucket. @throws OssRefusal where nothing is set */
export function readSetting(name: string, settings: BucketSettings, { bucket, region }: BucketFacts): string {
  switch (name) {
    case 'bucketInfo': {
      const Location = `oss-${region}`
      const AccessControlList = { Grant: settings.acl }
      return toXml({ BucketInfo: { Bucket: { Name: bucket, Location, Owner: OWNER, AccessControlList } } })
    }
    case 'acl':
      return toXml({ AccessControlPolicy: { Owner: OWNER, AccessControlList: { Grant: settings.acl } } })
    case 'versioning':
      return toXml({ VersioningConfiguration: settings.versioning === null ? '' : { Status: settings.versioning } })
    case 'encryption': {
      if (settings.encryption === null) {
        throw new OssRefusal('NoSuchServerSideEncryptionRule', 'The server side encryption rule does not exist.')
      }
      const ApplyServerSideEncryptionByDefault = { SSEAlgorithm: settings.encryption }
      return toXml({ ServerSideEncryptionRule: { ApplyServerSideEncryptionByDefault } })
    }
    case 'cors':
      if (settings.cors.length > 0) return toXml({ CORSConfiguration: { CORSRule: settings.cors } })
      throw new OssRefusal('NoSuchCORSConfiguration', 'The CORS Configuration does not exist.')
    case 'lifecycle':
      if (settings.lifecycle.length > 0) return toXml({ LifecycleConfiguration: { Rule: settings.lifecycle } })
      throw new OssRefusal('NoSuchLifecycle', 'No Row found in Lifecycle Table.')
    default:
      throw new OssRefusal('NotImplemented', 'The sandbox does not know this part of a bucket.')
  }
}

/** PUT of a subresource replaces it whole. @throws OssRefusal MalformedXML, NotImplemented */
export function writeSetting(name: string, body: Uint8Array, settings: BucketSettings): void {
  switch (name) {
    case 'cors': {
      const { CORSRule = [] } = fromXml(body, 'CORSConfiguration', CORS_LISTS) as { CORSRule?: CorsRule[] }
      const isWhole = ({ AllowedOrigin = [], AllowedMethod = [] }: Partial<CorsRule>) =>
        AllowedOrigin.length > 0 &&
        AllowedMethod.length > 0 &&
        AllowedMethod.every((method) => ['GET', 'PUT', 'DELETE', 'POST', 'HEAD'].includes(method))
      if (CORSRule.length === 0 || CORSRule.length > 20 || !CORSRule.every(isWhole)) throw malformed()
      settings.cors = CORSRule
      return
    }
    case 'lifecycle': {
      const { Rule = [] } = fromXml(body, 'LifecycleConfiguration', ['Rule']) as { Rule?: Record<string, unknown>[] }
      const isWhole = ({ Prefix, Status }: Record<string, unknown>) =>
        typeof Prefix === 'string' && (Status === 'Enabled' || Status === 'Disabled')
      if (Rule.length === 0 || !Rule.every(isWhole)) throw malformed()
      settings.lifecycle = Rule
      return
    }
    case 'encryption': {
      const root = fromXml(body, 'ServerSideEncryptionRule', []) as Record<string, { SSEAlgorithm?: unknown }>
      const algorithm = root['ApplyServerSideEncryptionByDefault']?.SSEAlgorithm
      if (algorithm !== 'AES256' && algorithm !== 'KMS') throw malformed()
      settings.encryption = algorithm
      return
    }
    default:
      throw new OssRefusal('NotImplemented', 'The sandbox does not know this part of a bucket.')
  }
}

function malformed(): OssRefusal {
  return new OssRefusal('MalformedXML', 'The XML you provided did not validate against our published schema.')
}
