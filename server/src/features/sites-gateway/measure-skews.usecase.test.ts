import { createGatewayStore } from '../../adapters/database/gateway-store'
import type { GatewayClockReading } from '../../ports/presence-proof'
import { fixedClock } from '../../../test/fakes'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import { seedCompany, seedSite } from '../../../../prisma/seed/builders'
import { measureSkews } from './measure-skews.usecase'

const NOW_MS = Date.UTC(2026, 10, 18, 1)

let opened: TestDatabase
beforeEach(async () => {
  opened = await openTestDatabase()
})
afterEach(() => opened.close())

async function seedGateway(name: string, archivedAt: Date | null = null): Promise<string> {
  return opened.database.write(async (tx) => {
    const fence = { kind: 'circle', centre: { latitude: 31.2, longitude: 121.5 }, radiusMetres: 100 } as const
    const id = await seedSite(tx, {
      name,
      fence,
      gateway: { url: `https://${name}.test`, publicKey: { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) } },
    })
    if (archivedAt !== null) await tx.site.update({ where: { id }, data: { archivedAt } })
    return id
  })
}

function measureWith(readings: ReadonlyMap<string, GatewayClockReading>) {
  return measureSkews({
    gateways: createGatewayStore(opened.database),
    readGatewayClock: ({ siteId }) => Promise.resolve(readings.get(siteId) ?? { result: 'unreachable' }),
    clock: fixedClock(NOW_MS),
  })
}

function ahead(skewMs: number): GatewayClockReading {
  return { result: 'read', samples: [{ askedAtMs: NOW_MS, answeredAtMs: NOW_MS, theirMs: NOW_MS + skewMs }] }
}

const rowOf = (siteId: string) => opened.database.read.presenceGateway.findUniqueOrThrow({ where: { siteId } })
const audited = async () =>
  (await opened.database.read.auditRecord.findMany({ orderBy: { id: 'asc' } })).map(({ action }) => action)

describe('measureSkews', () => {
  it('keeps what it measured with the site, and the last figure of a gateway that is away', async () => {
    await opened.database.write((tx) => seedCompany(tx))
    const near = await seedGateway('near')
    const away = await seedGateway('away')
    const archived = await seedGateway('archived', new Date(NOW_MS))
    const reports = await measureWith(new Map([[near, ahead(1_500)]]))
    expect(reports).toHaveLength(2)
    expect(reports).toEqual(
      expect.arrayContaining([
        { siteId: near, result: 'measured', skewMs: 1_500, standing: 'right' },
        { siteId: away, result: 'unreachable', wasEverMeasured: false },
      ]),
    )
    expect(await measureWith(new Map())).toContainEqual({ siteId: near, result: 'unreachable', wasEverMeasured: true })
    expect(await rowOf(near)).toMatchObject({ skewMs: 1_500, skewMeasuredAt: new Date(NOW_MS) })
    expect(await rowOf(away)).toMatchObject({ skewMs: 0, skewMeasuredAt: null })
    expect(await rowOf(archived)).toMatchObject({ skewMeasuredAt: null })
  })

  it('leaves an audit line when a clock goes wrong and when it is right again, none in between', async () => {
    await opened.database.write((tx) => seedCompany(tx))
    const site = await seedGateway('near')
    for (const skewMs of [10, 31_000, 32_000, -121_000, 5]) await measureWith(new Map([[site, ahead(skewMs)]]))
    expect(await audited()).toEqual(['gateway_clock.alarm', 'gateway_clock.wrong', 'gateway_clock.right'])
  })
})
