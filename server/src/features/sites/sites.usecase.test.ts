import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import { countingRandom, fixedClock } from '../../../test/fakes'
import type { SiteRequest } from '#contract/api-places'
import { createFieldCipher } from '../../adapters/system/field-cipher'
import { createSiteStore } from '../../adapters/database/site-store'
import { AppError } from '../../app-error'
import type { SiteListQuery, SiteStore } from '../../ports/site-store'
import { presentSite, presentSiteRow } from './sites.present'
import { sitePageSchema, siteReplySchema } from './sites.schema'
import { archiveSite, checkSite, createSite, listSites, readSite, updateSite, type SitePorts } from './sites.usecase'

const NOW_MS = Date.UTC(2026, 10, 18, 1)
const editor = { employeeId: 'hr-1', requestId: 'request-1' }
const everything: SiteListQuery = { kind: null, nameContains: null, archived: false, afterId: null, limit: 10 }
const key = (first: string) => ({ kty: 'OKP', crv: 'Ed25519', x: first + 'A'.repeat(42) }) as const

const cipher = createFieldCipher({
  keys: [{ id: 'k1', key: new Uint8Array(32) }],
  currentKeyId: 'k1',
  hashKey: new Uint8Array(32).fill(7),
})

const request: SiteRequest = {
  name: '上海总部',
  kind: 'office',
  address: '上海市浦东新区滨河路 88 号',
  mainlandChina: true,
  zone: 'Asia/Shanghai',
  system: 'wgs84',
  fence: { kind: 'circle', centre: { latitude: 31.2061, longitude: 121.5863 }, radiusMetres: 150 },
  wifi: [
    { ssid: 'Office', bssid: 'A4-56-2-1F-0-9C' },
    { ssid: 'Office-5G', bssid: 'a4:56:02:1f:00:9d' },
  ],
  gateway: { url: 'https://checkin.example.com', publicKey: key('A') },
  publicAddresses: ['116.228.89.10', '::ffff:116.228.89.10', '2408:8000:0::1'],
}

const customer = (name: string, latitude: number, longitude: number, radiusMetres = 100): SiteRequest => ({
  ...{ name, kind: 'customer', address: '', mainlandChina: false, mainlandConfirmed: true, zone: null, wifi: [] },
  ...{ system: 'wgs84', gateway: null, fence: { kind: 'circle', centre: { latitude, longitude }, radiusMetres } },
})

let test: TestDatabase
let sites: SiteStore
let ports: SitePorts & { readonly clock: ReturnType<typeof fixedClock> }

beforeEach(async () => {
  test = await openTestDatabase()
  sites = createSiteStore(test.database, cipher)
  ports = { sites, clock: fixedClock(NOW_MS), random: countingRandom() }
})
afterEach(() => test.close())

const codeOf = async (work: Promise<unknown>) => {
  const fault = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(fault instanceof AppError)) throw new Error('no AppError was thrown', { cause: fault })
  return [fault.code, ...fault.details.map(({ path }) => path)]
}

const trail = async () => {
  const audit = await test.database.read.auditRecord.findMany({ orderBy: { id: 'asc' }, include: { detail: true } })
  const events = await test.database.read.outboxEvent.findMany({ orderBy: { id: 'asc' } })
  return {
    audit: audit.map(({ action, subjectId, actorId, detail }) => [
      action,
      subjectId,
      actorId,
      detail?.detailJson ?? '',
    ]),
    events: events.map(({ type, aggregateKey, payloadJson }) => [type, aggregateKey, JSON.parse(payloadJson)]),
  }
}

describe('createSite', () => {
  it('keeps the converted fence beside the entered one, canonical Wi-Fi, gateway and hashed addresses', async () => {
    const site = await createSite(ports, editor, request)
    expect(site).toMatchObject({ name: '上海总部', zone: 'Asia/Shanghai', wifiProof: 'gateway', version: 1 })
    expect(site.original).toEqual({ system: 'wgs84', fence: request.fence })
    expect(site.fence).toMatchObject({ kind: 'circle', radiusMetres: 150 })
    expect(site.fence).not.toEqual(request.fence)
    expect(site.wifi.map(({ bssid }) => bssid)).toEqual(['a4:56:02:1f:00:9c', 'a4:56:02:1f:00:9d'])
    expect(site.gateway).toMatchObject({ url: 'https://checkin.example.com', skewMs: 0, skewMeasuredAtMs: null })
    expect(JSON.parse(site.gateway?.publicJwkJson ?? '')).toEqual(key('A'))
    const hashes = ['116.228.89.10', '2408:8000::1'].map((address) => cipher.keyedHash(address, 'network-address'))
    expect([...site.networkAddressHashes].sort()).toEqual(hashes.sort())
    expect(site.createdAtMs).toBe(NOW_MS)
  })

  it('answers what the schema of the reply allows, without addresses', async () => {
    const reply = presentSite(await createSite(ports, editor, request))
    expect(siteReplySchema.parse(reply)).toEqual(reply)
    expect(reply.publicAddressCount).toBe(2)
    expect(JSON.stringify(reply)).not.toMatch(/116\.228|2408/)
  })

  it('leaves audit and event without places', async () => {
    const { id } = await createSite(ports, editor, request)
    const { audit, events } = await trail()
    expect(audit).toEqual([['site.created', id, 'hr-1', expect.stringContaining('上海总部')]])
    expect(events).toEqual([['site.changed', `site:${id}`, { siteId: id, change: 'created', version: 1, by: 'hr-1' }]])
    expect(JSON.stringify(audit)).not.toMatch(/31\.2|121\.5|a4:56/i)
  })

  it('refuses a name in use and writes nothing', async () => {
    await createSite(ports, editor, request)
    expect(await codeOf(createSite(ports, editor, { ...request, wifi: [] }))).toEqual(['NAME_TAKEN'])
    expect(await test.database.read.site.count()).toBe(1)
    expect((await trail()).audit).toHaveLength(1)
  })

  it.each<[string, Partial<SiteRequest>, string[]]>([
    ['a fence', { fence: { kind: 'polygon', rings: [] } }, ['FENCE_INVALID', 'fence.rings']],
    ['a Wi-Fi', { wifi: [{ ssid: 'Guest', bssid: '' }] }, ['WIFI_INVALID', 'wifi.0.bssid']],
    ['an address', { publicAddresses: ['116.228.89.10', '192.168.1.1'] }, ['BODY_INVALID', 'publicAddresses.1']],
    ['the outline', { mainlandChina: false }, ['FENCE_INVALID', 'mainlandChina']],
  ])('refuses by %s and writes nothing', async (_name, change, expected) => {
    expect(await codeOf(createSite(ports, editor, { ...request, ...change }))).toEqual(expected)
    expect(await test.database.read.site.count()).toBe(0)
    expect((await trail()).audit).toEqual([])
  })
})

describe('updateSite', () => {
  it('replaces the site and names what changed', async () => {
    const { id } = await createSite(ports, editor, request)
    const moved = { ...request, name: '上海新总部', wifi: request.wifi.slice(1) }
    const site = await updateSite(ports, editor, id, 1, moved)
    expect(site).toMatchObject({ name: '上海新总部', version: 2, wifi: [{ bssid: 'a4:56:02:1f:00:9d' }] })
    const { audit, events } = await trail()
    expect(JSON.parse(String(audit[1]?.[3]))).toEqual({
      ...{ version: 2, name: '上海新总部', changed: ['name', 'wifi', 'publicAddresses'] },
    })
    expect(events[1]?.[2]).toMatchObject({ change: 'updated', version: 2 })
  })

  it('keeps known addresses when none are given, and clears them by an empty list', async () => {
    const { id } = await createSite(ports, editor, request)
    const { publicAddresses: _gone, ...without } = request
    expect((await updateSite(ports, editor, id, 1, without)).networkAddressHashes).toHaveLength(2)
    expect((await updateSite(ports, editor, id, 2, { ...request, publicAddresses: [] })).networkAddressHashes).toEqual(
      [],
    )
  })

  it('keeps the measured skew while the gateway keeps its key', async () => {
    const { id } = await createSite(ports, editor, request)
    await test.database.write((tx) => tx.presenceGateway.update({ where: { siteId: id }, data: { skewMs: 1_500 } }))
    const renamed = { ...request, gateway: { url: 'https://other.example.com', publicKey: key('A') } }
    expect((await updateSite(ports, editor, id, 1, renamed)).gateway).toMatchObject({
      ...{ url: 'https://other.example.com', skewMs: 1_500 },
    })
    const rekeyed = { ...request, gateway: { url: 'https://other.example.com', publicKey: key('B') } }
    expect((await updateSite(ports, editor, id, 2, rekeyed)).gateway).toMatchObject({ publicKey: key('B'), skewMs: 0 })
    expect((await updateSite(ports, editor, id, 3, { ...request, gateway: null })).gateway).toBeNull()
  })

  it('refuses an old version: of two at once, one wins', async () => {
    const { id } = await createSite(ports, editor, request)
    const results = await Promise.allSettled(
      ['甲', '乙'].map((name) => updateSite(ports, editor, id, 1, { ...request, name })),
    )
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await codeOf(updateSite(ports, editor, id, 1, request))).toEqual(['VERSION_CONFLICT'])
    expect((await readSite(ports, id)).version).toBe(2)
    expect((await trail()).audit).toHaveLength(2)
  })

  it('refuses the name of another site and unknown ids', async () => {
    await createSite(ports, editor, request)
    const { id } = await createSite(ports, editor, { ...request, name: '北京' })
    expect(await codeOf(updateSite(ports, editor, id, 1, request))).toEqual(['NAME_TAKEN'])
    const unknown = '00000000-0000-7000-8000-00000000ffff'
    expect(await codeOf(updateSite(ports, editor, unknown, 1, request))).toEqual(['NOT_FOUND'])
  })
})

describe('archiveSite', () => {
  it('frees the name, keeps the site readable, and cannot be changed any more', async () => {
    const { id } = await createSite(ports, editor, request)
    ports.clock.advance(60_000)
    expect((await archiveSite(ports, editor, id, 1)).archivedAtMs).toBe(NOW_MS + 60_000)
    expect((await readSite(ports, id)).version).toBe(2)
    expect(await codeOf(updateSite(ports, editor, id, 2, request))).toEqual(['NOT_FOUND'])
    expect(await codeOf(archiveSite(ports, editor, id, 2))).toEqual(['NOT_FOUND'])
    await createSite(ports, editor, request)
    expect((await trail()).audit.map(([action]) => action)).toEqual(['site.created', 'site.archived', 'site.created'])
  })

  it('refuses an old version', async () => {
    const { id } = await createSite(ports, editor, request)
    await updateSite(ports, editor, id, 1, request)
    expect(await codeOf(archiveSite(ports, editor, id, 1))).toEqual(['VERSION_CONFLICT'])
  })
})

describe('listSites', () => {
  it('pages in the order of creation, by kind, name and whether in use', async () => {
    for (const name of ['甲 100%', '乙_1', '乙 2', '丙']) await createSite(ports, editor, customer(name, 1.3, 103.8))
    const office = await createSite(ports, editor, request)
    await archiveSite(ports, editor, office.id, 1)
    const names = async (query: Partial<SiteListQuery>) =>
      (await listSites(ports, { ...everything, ...query })).rows.map(({ name }) => name)

    const first = await listSites(ports, { ...everything, limit: 3 })
    expect(first.rows.map(({ name }) => name)).toEqual(['甲 100%', '乙_1', '乙 2'])
    expect(first.nextCursor).toBe(first.rows[2]?.id)
    const second = await listSites(ports, { ...everything, limit: 3, afterId: first.nextCursor })
    expect([second.rows.map(({ name }) => name), second.nextCursor]).toEqual([['丙'], null])
    expect(await names({ nameContains: '乙' })).toEqual(['乙_1', '乙 2'])
    expect(await names({ kind: 'office' })).toEqual([])
    expect(await names({ kind: 'office', archived: true })).toEqual(['上海总部'])
    const page = { items: first.rows.map(presentSiteRow), nextCursor: first.nextCursor }
    expect(sitePageSchema.parse(page)).toEqual(page)
  })
})

describe('checkSite', () => {
  const { system, fence, wifi } = request

  it('proposes mainland and shows the fence as it would be kept, saving nothing', async () => {
    const check = checkSite({ system, fence, wifi })
    expect(check).toMatchObject({ mainlandProposed: true, problems: [], fence: { kind: 'circle', radiusMetres: 150 } })
    expect(check.fence).not.toEqual(fence)
    expect(await test.database.read.site.count()).toBe(0)
  })

  it.each([
    ['Hong Kong in WGS-84', { system: 'wgs84' as const, latitude: 22.2819, longitude: 114.1582 }, false, []],
    ['Hong Kong in GCJ-02', { system: 'gcj02' as const, latitude: 22.2819, longitude: 114.1582 }, false, ['system']],
    ['off the world', { system: 'gcj02' as const, latitude: 99, longitude: 114 }, null, ['fence.centre']],
  ])('%s', (_name, { system, ...centre }, mainlandProposed, paths) => {
    const check = checkSite({ system, fence: { kind: 'circle', centre, radiusMetres: 50 }, wifi: [] })
    expect(check.mainlandProposed).toBe(mainlandProposed)
    expect(check.problems.map(({ path }) => path)).toEqual(paths)
    expect(check.fence === null).toBe(paths.length > 0)
  })

  it('says when the choice contradicts the outline', () => {
    const check = checkSite({ system, fence, wifi, mainlandChina: false })
    expect(check.problems.map(({ path }) => path)).toEqual(['mainlandChina'])
  })
})

describe('loadSites', () => {
  it('loads many sites with everything, archived ones too, in a fixed number of queries', async () => {
    const ids: string[] = []
    for (let number = 0; number < 12; number++) {
      ids.push((await createSite(ports, editor, { ...request, name: `地点 ${number}` })).id)
    }
    await archiveSite(ports, editor, ids[0] ?? '', 1)
    const sent: string[] = []
    const counted = createSiteStore(
      {
        ...test.database,
        read: test.database.read.$extends({
          query: {
            $allModels: {
              $allOperations: ({ model, operation, args, query }) => {
                sent.push(`${model}.${operation}`)
                return query(args)
              },
            },
          },
        }) as unknown as typeof test.database.read,
      },
      cipher,
    )
    const found = await counted.loadSites([...ids, ...ids, 'unknown'])
    expect(found.map(({ id }) => id).sort()).toEqual([...ids].sort())
    expect(found.every((site) => site.wifi.length === 2 && site.networkAddressHashes.length === 2)).toBe(true)
    expect(found.filter(({ archivedAtMs }) => archivedAtMs !== null).map(({ id }) => id)).toEqual([ids[0]])
    expect(sent).toEqual(['Site.findMany'])
    expect(await counted.loadSites([])).toEqual([])
  })
})

describe('customerSitesNear', () => {
  it('finds customers in use whose box meets the asked one, nearest first', async () => {
    await createSite(ports, editor, customer('far', 1.4, 103.8))
    await createSite(ports, editor, customer('edge', 1.3, 103.811, 100))
    await createSite(ports, editor, customer('middle', 1.3, 103.8))
    await createSite(ports, editor, customer('near', 1.305, 103.8))
    await createSite(ports, editor, { ...customer('office', 1.3, 103.8), kind: 'office' })
    const old = await createSite(ports, editor, customer('archived', 1.3, 103.8))
    await archiveSite(ports, editor, old.id, 1)
    const names = async (...box: [number, number, number, number, number]) =>
      (await sites.customerSitesNear(...box)).map(({ name }) => name)
    expect(await names(1.29, 103.79, 1.31, 103.81, 10)).toEqual(['middle', 'near', 'edge'])
    expect(await names(1.29, 103.79, 1.31, 103.81, 2)).toEqual(['middle', 'near'])
    expect(await names(1.29, 103.79, 1.31, 103.805, 10)).toEqual(['middle', 'near'])
  })

  it('finds them over the antimeridian from both sides', async () => {
    await createSite(ports, editor, customer('east', -17, -179.999))
    await createSite(ports, editor, customer('west', -17, 179.999))
    for (const [west, east] of [
      [179.99, -179.99],
      [-180, -179.99],
      [179.99, 180],
    ] as const) {
      const found = await sites.customerSitesNear(-17.01, west, -16.99, east, 10)
      expect(found.map(({ name }) => name).sort()).toEqual(['east', 'west'])
    }
    expect(await sites.customerSitesNear(-17.01, 179.9, -16.99, 179.95, 10)).toEqual([])
  })
})
