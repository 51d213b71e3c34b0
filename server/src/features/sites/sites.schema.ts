import { z } from 'zod'
import type { Page } from '#contract/api'
import type {
  SiteArchiveRequest,
  SiteCheckReply,
  SiteCheckRequest,
  SiteReply,
  SiteRequest,
  SiteSummary,
  SiteUpdateRequest,
} from '#contract/api-places'
import type { AssertEqual } from '../../http/assert-equal'

/** Far above what the rules allow: they say exactly what is wrong. */
const MOST_RINGS_READ = 50
const MOST_RING_POINTS_READ = 2_000
const MOST_WIFI = 200
const MOST_ADDRESSES = 50

const isoTime = z.iso.datetime({ offset: true })
const siteKind = z.enum(['office', 'customer', 'project'])
const coordinateSystem = z.enum(['gcj02', 'wgs84'])
const wifiProof = z.enum(['bssid', 'gateway', 'both'])
const coordinates = z.strictObject({ latitude: z.number(), longitude: z.number() })

const fence = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('circle'), centre: coordinates, radiusMetres: z.number() }),
    z.strictObject({
      kind: z.literal('polygon'),
      rings: z.array(z.array(coordinates).max(MOST_RING_POINTS_READ)).max(MOST_RINGS_READ),
    }),
  ])
  .meta({ id: 'Fence' })

const wifi = z.array(z.strictObject({ ssid: z.string().max(64), bssid: z.string().max(64) })).max(MOST_WIFI)

const gatewayPublicKey = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/),
  kid: z.string().min(1).max(100).exactOptional(),
  alg: z.literal('EdDSA').exactOptional(),
  use: z.literal('sig').exactOptional(),
})

const siteShape = {
  name: z.string().trim().min(1).max(100),
  kind: siteKind,
  address: z.string().trim().max(300),
  mainlandChina: z.boolean(),
  mainlandConfirmed: z.boolean().exactOptional(),
  zone: z.string().max(64).nullable(),
  system: coordinateSystem,
  fence,
  wifi,
  wifiProof: wifiProof.exactOptional(),
  gateway: z.strictObject({ url: z.string().max(300), publicKey: gatewayPublicKey }).nullable(),
  publicAddresses: z
    .array(z.union([z.ipv4(), z.ipv6()]))
    .max(MOST_ADDRESSES)
    .exactOptional(),
}
const version = z.int().min(1)

export const siteRequestSchema = z.strictObject(siteShape).meta({ id: 'SiteRequest' })
export const siteUpdateSchema = z.strictObject({ ...siteShape, version }).meta({ id: 'SiteUpdateRequest' })
export const siteArchiveSchema = z.strictObject({ version })
export const siteCheckSchema = z
  .strictObject({ system: coordinateSystem, fence, wifi, mainlandChina: z.boolean().exactOptional() })
  .meta({ id: 'SiteCheckRequest' })

export const siteParamsSchema = z.strictObject({ siteId: z.uuid() })
export const sitesQuerySchema = z.strictObject({
  kind: siteKind.optional(),
  /** Part of the name. */
  name: z.string().trim().min(1).max(100).optional(),
  archived: z.enum(['true', 'false']).default('false'),
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})

const summaryShape = {
  id: z.uuid(),
  name: z.string(),
  kind: siteKind,
  address: z.string(),
  mainlandChina: z.boolean(),
  centre: coordinates,
  wifiProof,
  version: z.int(),
  archivedAt: isoTime.nullable(),
}
const siteSummarySchema = z.strictObject(summaryShape).meta({ id: 'SiteSummary' })
export const sitePageSchema = z.strictObject({ items: z.array(siteSummarySchema), nextCursor: z.string().nullable() })

export const siteReplySchema = z
  .strictObject({
    ...summaryShape,
    zone: z.string().nullable(),
    fence,
    original: z.strictObject({ system: coordinateSystem, fence }),
    wifi,
    gateway: z
      .strictObject({
        url: z.string(),
        publicKey: gatewayPublicKey,
        skewMs: z.number(),
        skewMeasuredAt: isoTime.nullable(),
      })
      .nullable(),
    publicAddressCount: z.int(),
    createdAt: isoTime,
  })
  .meta({ id: 'Site' })

export const siteCheckReplySchema = z
  .strictObject({
    mainlandProposed: z.boolean().nullable(),
    problems: z.array(z.strictObject({ path: z.string(), problem: z.string() })),
    fence: fence.nullable(),
  })
  .meta({ id: 'SiteCheck' })

export const requestMatchesContract: AssertEqual<z.output<typeof siteRequestSchema>, SiteRequest> = true
export const updateMatchesContract: AssertEqual<z.output<typeof siteUpdateSchema>, SiteUpdateRequest> = true
export const archiveMatchesContract: AssertEqual<z.output<typeof siteArchiveSchema>, SiteArchiveRequest> = true
export const checkMatchesContract: AssertEqual<z.output<typeof siteCheckSchema>, SiteCheckRequest> = true
export const pageMatchesContract: AssertEqual<z.input<typeof sitePageSchema>, Page<SiteSummary>> = true
export const replyMatchesContract: AssertEqual<z.input<typeof siteReplySchema>, SiteReply> = true
export const checkReplyMatchesContract: AssertEqual<z.input<typeof siteCheckReplySchema>, SiteCheckReply> = true
