/** What the home page knows beside its services, and small words about it. */
import { startPage } from '../../routes'
import type { KnownContext } from '../../services/context'
import type { Standing } from '../../services/entry'
import type { QueueChange } from '../../services/queue'
import type { Submitted } from '../../services/submit-check-in'
import type { ApiProblem } from '../../services/transport'
import { texts } from '../../texts/texts'

/** Sites near here are asked for again beyond this. */
const NEAR_STEP_DEGREES = 0.02

export interface Home {
  known: KnownContext | null
  standing: Standing | null
  hasFailed: boolean
  queue: QueueChange
  selectedKey: string | null
  sendingSinceMs: number | null
  nearCell: string
  stops: (() => void)[]
}

export const home: Home = {
  known: null,
  standing: null,
  hasFailed: false,
  queue: { entries: [], progress: {} },
  selectedKey: null,
  sendingSinceMs: null,
  nearCell: '',
  stops: [],
}

export function cellOf(near: { readonly latitude: number; readonly longitude: number } | null): string {
  if (near === null) return ''
  return `${Math.round(near.latitude / NEAR_STEP_DEGREES)}/${Math.round(near.longitude / NEAR_STEP_DEGREES)}`
}

export function stoppedPage(problem: ApiProblem): string {
  if (problem.kind === 'refused') return startPage(problem.code, `${problem.message}。${problem.hint}`)
  return startPage(problem.kind === 'login' ? problem.why : 'unreachable')
}

export function toastOf(submitted: Exclude<Submitted, { kind: 'judged' }>): string {
  if (submitted.kind === 'queued') return texts.home.queued
  if (submitted.kind === 'stuck') return `${submitted.message}，${submitted.hint}`
  if (submitted.why === 'no_challenge') return texts.home.noChallenge
  return submitted.why === 'storage_full' ? texts.home.storageFull : texts.home.notBound
}
