/** One person with one phone, as the demo's day needs it: opens the app, checks in, keeps what cannot be sent. */
import { randomUUID } from 'node:crypto'
import type { CheckInReply, CheckInRequest, ContextReply, DeviceFacts, OpenSiteReply } from '#contract/api'
import type { Coordinates } from '#contract/place'
import type { SlotKind, WorkDay } from '#contract/work-day'
import { createPhone, type Phone, type SignedCheckIn } from '../api-client'
import { isApiProblem } from '../http-json'
import { createPhoneKey, type PhoneKey } from '../phone-key'
import { takePicture, type Picture } from '../picture'
import { fixAt, placeInside, placeOutside } from '../place'
import type { Tally } from './tally'

/** Shorter than the life of an access token. */
const LOGIN_LASTS_MS = 12 * 60_000

export interface FieldPhoneOptions {
  readonly baseUrl: string
  readonly userId: string
  readonly facts: DeviceFacts
  readonly nowMs: () => number
  readonly workDay: WorkDay
  readonly tally: Tally
  readonly headers?: Readonly<Record<string, string>>
  /** Of a phone that has been used before. */
  readonly key?: PhoneKey
}

export type FieldPhone = ReturnType<typeof createFieldPhone>

/** A place of the company, and about where it is: whoever stands there gets it listed. */
export interface DayPlace {
  readonly name: string
  readonly near: Coordinates
}

export interface CheckInWishes {
  readonly kind: SlotKind
  readonly at: DayPlace
  /** Two kilometres from there instead. */
  readonly outside?: boolean
  readonly changes?: Partial<CheckInRequest>
  readonly pictures?: readonly Picture[]
}

export function createFieldPhone(options: FieldPhoneOptions) {
  const { userId, nowMs, workDay, tally } = options
  const phone: Phone = createPhone(options)
  let key = options.key ?? null
  /** Everything that a context ever listed, for when there is no signal. */
  const sites = new Map<string, OpenSiteReply>()
  let loggedInAtMs = -Infinity
  const kept: { readonly signed: SignedCheckIn; readonly pictures: readonly Picture[] }[] = []

  /** With signal: logs in when it has to, agrees and binds on first use, fetches the context. */
  async function open(near?: Coordinates): Promise<ContextReply> {
    if (nowMs() - loggedInAtMs > LOGIN_LASTS_MS) {
      const session = await phone.login(await phone.loginCode())
      loggedInAtMs = nowMs()
      if (!session.consent.sufficient) await phone.agree((await phone.notice()).version)
      if (session.device === 'none') await bind()
    }
    return readContext(near)
  }

  async function readContext(near?: Coordinates): Promise<ContextReply> {
    const context = await phone.context(near)
    for (const site of context.sites) sites.set(site.name, site)
    return context
  }

  async function bind(): Promise<void> {
    const { seed, enrolmentToken } = await phone.enrol()
    key = createPhoneKey(seed)
    await phone.bind(key, enrolmentToken)
  }

  function sign({ kind, at, outside = false, changes = {}, pictures = [] }: CheckInWishes): SignedCheckIn {
    const site = sites.get(at.name)
    if (site === undefined) throw new Error(`${userId} has never seen ${at.name} in a context`)
    const place = outside ? placeOutside(site.fence) : placeInside(site.fence)
    return phone.signCheckIn({
      requestId: randomUUID(),
      slot: { workDay, kind, span: kind === 'visit' ? 0 : 1 },
      ...(kind === 'visit'
        ? { siteId: site.id, visit: { customer: site.name, purpose: '例行巡检' }, note: '设备运行正常' }
        : {}),
      fix: fixAt(place, site.mainlandChina),
      networkType: '5g',
      photos: pictures.map(({ claim }) => claim),
      device: phone.facts,
      clientVersion: 'demo-day-1',
      ...changes,
    })
  }

  async function submit(signed: SignedCheckIn, pictures: readonly Picture[] = []): Promise<CheckInReply> {
    const { reply } = await phone.submit(signed)
    tally.count(reply)
    for (const picture of pictures) await phone.sendPhoto(reply.attemptId, picture)
    return reply
  }

  return {
    ...phone,
    open,
    sign,
    submit,
    key: () => key,

    /** Opens the app and checks in; without an answer from the server it is kept for later. */
    async checkIn(wishes: CheckInWishes): Promise<CheckInReply | null> {
      try {
        await open(wishes.at.near)
      } catch (error) {
        if (isApiProblem(error)) throw error
      }
      const signed = sign(wishes)
      try {
        return await submit(signed, wishes.pictures)
      } catch (error) {
        if (isApiProblem(error)) throw error
        kept.push({ signed, pictures: wishes.pictures ?? [] })
        return null
      }
    },

    /** Without signal. */
    keep(wishes: CheckInWishes): void {
      kept.push({ signed: sign(wishes), pictures: wishes.pictures ?? [] })
    },

    /** With signal again. */
    async sendKept(): Promise<void> {
      if (kept.length === 0) return
      if (nowMs() - loggedInAtMs > LOGIN_LASTS_MS) {
        await phone.login(await phone.loginCode())
        loggedInAtMs = nowMs()
      }
      for (let next = kept.shift(); next !== undefined; next = kept.shift()) await submit(next.signed, next.pictures)
    },

    takePicture: () => takePicture(nowMs()),

    /** On a phone that is not the bound one: a key of its own, and a request to change to it. */
    async askForChange(reason: string): Promise<void> {
      await phone.login(await phone.loginCode())
      loggedInAtMs = nowMs()
      const { seed, enrolmentToken } = await phone.enrol()
      key = createPhoneKey(seed)
      await phone.requestRebind(key, enrolmentToken, reason)
      await readContext()
    },

    /** A token of this person, on no particular phone. */
    async logInAgain(): Promise<void> {
      await phone.login(await phone.loginCode())
      loggedInAtMs = nowMs()
    },
  }
}
