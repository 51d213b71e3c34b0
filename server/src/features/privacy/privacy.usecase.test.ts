import {
  CONSENT_GRACE_DAYS,
  NOW_MS,
  PEOPLE,
  codeOf,
  loginAs,
  openIdentity,
  type Identity,
} from '../../../test/identity'
import { createConsentStore } from '../../adapters/database/consent-store'
import { createPrivacyUseCases, type PrivacyUseCases } from './privacy.usecase'

let identity: Identity
let privacy: PrivacyUseCases
beforeEach(async () => {
  identity = await openIdentity()
  const { database, random, clock } = identity
  const consents = createConsentStore(database)
  privacy = createPrivacyUseCases({ consents, random, clock, consentGraceDays: CONSENT_GRACE_DAYS })
})
afterEach(() => identity.close())

const zhang = { employeeId: PEOPLE.zhang.id, requestId: 'request-consent' }
const publish = (version: number, publishedAtMs: number) =>
  identity.database.write((tx) =>
    tx.consentNotice.create({ data: { version, publishedAt: new Date(publishedAtMs), title: '新告知', text: '…' } }),
  )

describe('consent', () => {
  it('is asked for, given once, and known to the next request', async () => {
    const { accessToken } = await loginAs(identity, PEOPLE.zhang)
    const sufficient = async () =>
      (await identity.authenticate(accessToken, { receivedAtMs: identity.clock.nowMs() })).consentSufficient
    expect(await sufficient()).toBe(false)
    expect(await privacy.currentNotice()).toMatchObject({ version: 1, title: '隐私告知' })
    const agreed = { currentVersion: 1, agreedVersion: 1, sufficient: true, due: false }
    expect(await privacy.agree({ ...zhang, version: 1 })).toEqual(agreed)
    expect(await privacy.agree({ ...zhang, version: 1 })).toEqual(agreed)
    expect(await sufficient()).toBe(true)
    const rows = await identity.database.read.consent.findMany()
    expect(rows.map((row) => [row.version, row.givenAt.getTime(), row.withdrawnAt])).toEqual([[1, NOW_MS, null]])
    expect((await identity.audited()).filter((action) => action === 'consent.given')).toHaveLength(1)
    expect((await identity.events()).map((event) => event.type)).toEqual(['session.opened', 'consent.given'])
  })

  it('is withdrawn as of now, keeps its dates, and can be given again', async () => {
    await privacy.agree({ ...zhang, version: 1 })
    identity.clock.advance(60_000)
    expect(await privacy.withdraw(zhang)).toEqual({
      currentVersion: 1,
      agreedVersion: null,
      sufficient: false,
      due: true,
    })
    await privacy.withdraw(zhang)
    identity.clock.advance(60_000)
    expect((await privacy.agree({ ...zhang, version: 1 })).sufficient).toBe(true)
    const rows = await identity.database.read.consent.findMany({ orderBy: { givenAt: 'asc' } })
    expect(rows.map((row) => [row.givenAt.getTime(), row.withdrawnAt?.getTime()])).toEqual([
      [NOW_MS, NOW_MS + 60_000],
      [NOW_MS + 120_000, undefined],
    ])
    expect((await identity.events()).map((event) => event.type)).toEqual([
      'consent.given',
      'consent.withdrawn',
      'consent.given',
    ])
  })

  it('is to the version in force: not to an old one, nor to one that comes', async () => {
    await publish(2, NOW_MS + 1_000)
    expect(await codeOf(privacy.agree({ ...zhang, version: 2 }))).toBe('VERSION_CONFLICT')
    await privacy.agree({ ...zhang, version: 1 })
    identity.clock.advance(1_000)
    expect(await codeOf(privacy.agree({ ...zhang, version: 1 }))).toBe('VERSION_CONFLICT')
    expect(await privacy.agree({ ...zhang, version: 2 })).toMatchObject({ agreedVersion: 2, due: false })
  })

  it('to every version goes with a withdrawal', async () => {
    await privacy.agree({ ...zhang, version: 1 })
    await publish(2, NOW_MS)
    await privacy.agree({ ...zhang, version: 2 })
    identity.clock.advance(1)
    expect((await privacy.withdraw(zhang)).agreedVersion).toBeNull()
  })

  it('has no notice before the first', async () => {
    await identity.database.write((tx) => tx.consentNotice.deleteMany({}))
    expect(await codeOf(privacy.currentNotice())).toBe('NOT_FOUND')
  })
})
