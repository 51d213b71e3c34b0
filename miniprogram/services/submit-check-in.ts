/** A tap becomes a check-in: built, signed, kept, then sent. A second tap for the same while it is under way gets its answer. */
import type { CheckInReply, CheckInRequest, SlotReply, VisitDetails } from '../contract/api'
import { sha256 } from '../bytes/sha256'
import { utf8, uuidOf } from '../bytes/text'
import { CLIENT_VERSION } from '../config'
import type { Platform } from '../platform/platform'
import { CHECK_INS_PATH } from './api'
import type { ChallengePosition, Challenges } from './challenge'
import { signatureHeaders, type DeviceKeys } from './device-key'
import type { PlaceState } from './place-state'
import type { Presence } from './presence'
import type { Queue } from './queue'
import type { QueuedPhoto, QueueEntry } from './queue-entry'
import type { Told } from './queue-steps'
import type { Session } from './session'

/** After this long without an answer the person is told that it waits in the phone. */
const PATIENCE_MS = 8_000

export interface Draft {
  readonly slot: SlotReply
  readonly site: { readonly id: string; readonly name: string } | null
  readonly place: Pick<PlaceState, 'location' | 'wifi' | 'network'>
  readonly photos: readonly Omit<QueuedPhoto, 'state'>[]
  readonly applicationReason?: string
  readonly note?: string
  readonly visit?: VisitDetails
  /** By the phone's clock, when the person tapped: that is when it was made, whatever was waited for since. */
  readonly tappedAtMs: number
  /** Of the draft that it was written in. */
  readonly draftId?: string
  /** Told as soon as the queue has it, photos and all, and before the server answers. */
  readonly onQueued?: () => Promise<void>
}

/**
 * `queued`: it is safe in the phone and goes out by itself, with what the server said where it did not take it now, and null
 * where it said nothing; `no_challenge`: this phone has to reach the server once before
 * it can sign more; `not_bound`: it has no key; `storage_full`: it could not be kept, nothing was sent.
 */
export type Submitted =
  | { readonly kind: 'judged'; readonly reply: CheckInReply }
  | { readonly kind: 'queued'; readonly entryId: string; readonly told: Told | null }
  | { readonly kind: 'stuck'; readonly message: string; readonly hint: string }
  | { readonly kind: 'blocked'; readonly why: 'no_challenge' | 'challenge_used_up' | 'not_bound' | 'storage_full' }

export type SubmitCheckIn = (draft: Draft) => Promise<Submitted>

export function createSubmitCheckIn(
  platform: Pick<Platform, 'device' | 'random' | 'time'>,
  services: {
    readonly keys: Pick<DeviceKeys, 'current'>
    readonly challenges: Pick<Challenges, 'take' | 'next' | 'isUsedUp'>
    readonly presence: Pick<Presence, 'proofFor'>
    readonly session: Pick<Session, 'current'>
    readonly queue: Queue
  },
): SubmitCheckIn {
  const running = new Map<string, Promise<Submitted>>()

  async function submit(draft: Draft): Promise<Submitted> {
    const { keys, challenges, presence, session, queue } = services
    const key = await keys.current()
    const employee = (await session.current())?.employee
    if (key === null || employee === undefined) return { kind: 'blocked', why: 'not_bound' }
    const position = await challenges.take()
    if (position === null) {
      // One that is there and was not given could not be marked as used.
      if (await challenges.isUsedUp()) return { kind: 'blocked', why: 'challenge_used_up' }
      return { kind: 'blocked', why: (await challenges.next()) === null ? 'no_challenge' : 'storage_full' }
    }

    const timestampMs = draft.tappedAtMs
    const id = await newId(key.publicKey, position)
    const request = requestOf(draft, id, presence.proofFor(position), timestampMs)
    const body = JSON.stringify(request)
    const entry: QueueEntry = {
      id,
      ...(draft.draftId === undefined ? {} : { draftId: draft.draftId }),
      employeeId: employee.id,
      slot: request.slot,
      siteName: draft.site?.name ?? draft.visit?.customer ?? null,
      capturedAtMs: timestampMs,
      uploadUntil: draft.slot.uploadUntil,
      body,
      headers: signatureHeaders(key, {
        method: 'POST',
        path: CHECK_INS_PATH,
        body,
        timestampMs,
        challenge: position,
      }),
      photos: draft.photos.map((photo) => ({ ...photo, state: 'waiting' })),
      state: 'waiting',
      reply: null,
      problem: null,
    }
    if (!(await queue.add(entry))) return { kind: 'blocked', why: 'storage_full' }
    await draft.onQueued?.()
    return answerOf(entry, queue)
  }

  /** Whatever comes first: the judgement, the end of one pass, or the end of patience. */
  function answerOf(entry: QueueEntry, queue: Queue): Promise<Submitted> {
    return new Promise((resolve) => {
      const stops = [
        queue.onJudged((answered) => {
          if (answered.id === entry.id && answered.reply !== null) settle({ kind: 'judged', reply: answered.reply })
        }),
        platform.time.after(PATIENCE_MS, () => settle(waiting())),
      ]
      const waiting = (): Submitted => ({ kind: 'queued', entryId: entry.id, told: queue.told(entry.id) })
      const settle = (submitted: Submitted) => {
        stops.forEach((stop) => stop())
        resolve(submitted)
      }
      void queue.run().then(async () => {
        const left = await queue.entry(entry.id)
        if (left?.state === 'stuck' && left.problem !== null) settle({ kind: 'stuck', ...left.problem })
        else settle(waiting())
      })
    })
  }

  function requestOf(draft: Draft, requestId: string, presenceProof: string | null, nowMs: number): CheckInRequest {
    const { slot, site, place, photos, applicationReason, note, visit } = draft
    const { brand, model, platform: name, system } = platform.device
    const fix = place.location?.ok === true ? place.location.value : null
    return {
      requestId,
      slot: { workDay: slot.workDay, kind: slot.kind, span: slot.span },
      ...(slot.kind === 'visit' && site !== null ? { siteId: site.id } : {}),
      ...(fix === null
        ? {}
        : {
            fix: {
              latitude: fix.latitude,
              longitude: fix.longitude,
              system: 'gcj02',
              accuracyMetres: fix.accuracyMetres,
              sameFixForMs: Math.max(0, nowMs - fix.sameSinceMs),
              askedMsAgo: Math.max(0, nowMs - fix.askedAtMs),
            },
          }),
      networkType: place.network ?? 'unknown',
      ...(place.wifi?.ok === true ? { wifi: place.wifi.value } : {}),
      ...(presenceProof === null ? {} : { presenceProof }),
      ...(applicationReason === undefined ? {} : { application: { reason: applicationReason } }),
      photos: photos.map(({ sha256: digest, byteLength, takenAtMs }) => ({ sha256: digest, byteLength, takenAtMs })),
      ...(note === undefined ? {} : { note }),
      ...(visit === undefined ? {} : { visit }),
      device: { brand, model, platform: name, system },
      clientVersion: CLIENT_VERSION,
    }
  }

  /** Unique among this key's ids, which is all that it has to be: no position is used twice. */
  async function newId(publicKey: string, { id, position }: ChallengePosition): Promise<string> {
    const random = await platform.random.bytes(16)
    return uuidOf(random ?? sha256(utf8(JSON.stringify([publicKey, id, position, platform.random.share()]))))
  }

  return (draft) => {
    const key = keyOf(draft)
    const same = running.get(key)
    if (same !== undefined) return same
    const submitting = submit(draft).finally(() => running.delete(key))
    running.set(key, submitting)
    return submitting
  }
}

/** Two taps for the same say the same; where the phone is by then makes no other check-in of it. */
function keyOf({ slot, site, applicationReason, note, visit, photos }: Draft): string {
  const hashes = photos.map(({ sha256: digest }) => digest)
  return JSON.stringify([slot.workDay, slot.kind, slot.span, site?.id, applicationReason, note, visit, hashes])
}
