/** What the home page knows beside its services, and small words about it. */
import { startPage } from '../../routes'
import type { KnownContext } from '../../services/context'
import type { EnrolProblem } from '../../services/enrolment'
import type { Standing } from '../../services/entry'
import type { QuickWatch } from '../../services/quick-check-in'
import { EMPTY_QUEUE, type QueueChange } from '../../services/queue-steps'
import type { Submitted } from '../../services/submit-check-in'
import { texts } from '../../texts/texts'
import { NOTHING_SAID, type Announced } from './announcement'

/** Sites near here are asked for again beyond this. */
const NEAR_STEP_DEGREES = 0.02

export interface Home {
  known: KnownContext | null
  standing: Standing | null
  hasFailed: boolean
  queue: QueueChange
  selectedKey: string | null
  /** Of the field plan: visits speak of this site alone. */
  chosenSiteId: string | null
  sendingSinceMs: number | null
  isWaysOpen: boolean
  isMapFailed: boolean
  isQuickWanted: boolean
  quick: QuickWatch | null
  /** Model of the phone that is bound instead of this one; empty where not known. */
  boundModel: string
  announced: Announced
  nearCell: string
  /** Since when the page has been in front. */
  shownAtMs: number
  /** Of what goes on while the page is shown. */
  stops: (() => void)[]
  /** Of what goes on while this person may check in. */
  watches: (() => void)[]
  render: () => void
}

export const home: Home = {
  known: null,
  standing: null,
  hasFailed: false,
  queue: EMPTY_QUEUE,
  selectedKey: null,
  chosenSiteId: null,
  sendingSinceMs: null,
  isWaysOpen: false,
  isMapFailed: false,
  isQuickWanted: false,
  quick: null,
  boundModel: '',
  announced: NOTHING_SAID,
  nearCell: '',
  shownAtMs: 0,
  stops: [],
  watches: [],
  render: () => {},
}

/** Whether the page is in front. */
export const isHomeShown = (): boolean => home.stops.length > 0

/** Whether places are read: only once this person has agreed, and may check in with this phone. */
export const isHomeWatching = (): boolean => home.watches.length > 0

export function cellOf(near: { readonly latitude: number; readonly longitude: number } | null): string {
  if (near === null) return ''
  return `${Math.round(near.latitude / NEAR_STEP_DEGREES)}/${Math.round(near.longitude / NEAR_STEP_DEGREES)}`
}

export function stoppedPage(problem: EnrolProblem): string {
  if (problem.kind === 'refused') return startPage(problem.code, `${problem.message}。${problem.hint}`)
  return startPage(problem.kind === 'login' ? problem.why : problem.kind)
}

export function toastOf(submitted: Exclude<Submitted, { kind: 'judged' }>): string {
  if (submitted.kind === 'queued') {
    const { told } = submitted
    return told === null ? texts.home.queued : texts.home.queuedTold(told.message, told.hint)
  }
  if (submitted.kind === 'stuck') return `${submitted.message}，${submitted.hint}`
  if (submitted.why === 'no_challenge') return texts.home.noChallenge
  if (submitted.why === 'challenge_used_up') return texts.home.challengeUsedUp
  return submitted.why === 'storage_full' ? texts.home.storageFull : texts.home.notBound
}
