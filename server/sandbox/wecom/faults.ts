import type { Random } from '../../src/ports/system'
import { isObject, parseObject } from './answer'

/** Troubles with answers, and troubles with callbacks (path `callback`). */
const ANSWER_FAULTS = [
  /** Answers after `delayMs`. */
  'slow',
  /** HTTP 502 with a page. */
  'server-error',
  'broken-json',
  /** errcode -1. */
  'busy',
  /** Any `errcode`, e.g. 45009. */
  'errcode',
  /** 42001, as if the token had ended early; gettoken gives another one. */
  'expired-token',
  /** Never answers and does nothing. */
  'time-out',
  /** Does what was asked and never answers. */
  'answer-lost',
] as const
const CALLBACK_FAULTS = [
  'lost',
  /** Sent after `delayMs`. */
  'late',
  /** Sent twice. */
  'duplicate',
  /** Kept back until after the next one. */
  'wrong-order',
] as const
export const CALLBACK = 'callback'

export type AnswerFault = (typeof ANSWER_FAULTS)[number]
export type CallbackFault = (typeof CALLBACK_FAULTS)[number]

export interface FaultSwitch {
  readonly kind: AnswerFault | CallbackFault
  /** A WeCom path, e.g. `/cgi-bin/message/send`; `*`, every one; callback troubles have no path. */
  readonly path?: string
  /** How often; default 1. */
  readonly times?: number
  readonly delayMs?: number
  readonly errcode?: number
}

export interface SetFault extends Required<FaultSwitch> {
  readonly id: string
}

export interface Faults {
  /** @throws Error naming what is wrong with it */
  set(fault: FaultSwitch): SetFault
  list(): readonly SetFault[]
  /** @returns false when there is no such fault; without an id every one is cleared */
  clear(id?: string): boolean
  /** The oldest one for this path, counted as used. */
  takeAnswerFault(path: string): SetFault | null
  takeCallbackFault(): SetFault | null
}

const MOST_FAULTS = 100
const MOST_DELAY_MS = 600_000
const DEFAULT_DELAY_MS = 3_000

/** The sandbox's troubles, switched on one by one. */
export function createFaults(random: Random): Faults {
  let faults: SetFault[] = []

  function take(matches: (fault: SetFault) => boolean): SetFault | null {
    const found = faults.find(matches)
    if (found === undefined) return null
    faults = faults.flatMap((fault) =>
      fault !== found ? [fault] : fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [],
    )
    return found
  }

  return {
    set(given) {
      const problem = problemOf(given)
      if (problem !== null) throw new Error(problem)
      if (faults.length >= MOST_FAULTS) throw new Error(`more than ${MOST_FAULTS} faults`)
      const path = isCallbackFault(given.kind) ? CALLBACK : (given.path ?? '*')
      const { kind, times = 1, delayMs = DEFAULT_DELAY_MS, errcode = -1 } = given
      const fault = { id: random.id(), kind, path, times, delayMs, errcode }
      faults = [...faults, fault]
      return fault
    },
    list: () => faults,
    clear(id) {
      const before = faults.length
      faults = id === undefined ? [] : faults.filter((fault) => fault.id !== id)
      return id === undefined || faults.length < before
    },
    takeAnswerFault: (path) => take((fault) => fault.path === path || fault.path === '*'),
    takeCallbackFault: () => take((fault) => fault.path === CALLBACK),
  }
}

/** @returns null when the body is no fault switch */
export function readFaultSwitch(body: string): FaultSwitch | null {
  const given = parseObject(body)
  return isObject(given) && typeof given['kind'] === 'string' ? (given as unknown as FaultSwitch) : null
}

function isCallbackFault(kind: string): kind is CallbackFault {
  return (CALLBACK_FAULTS as readonly string[]).includes(kind)
}

function problemOf({ kind, path, times = 1, delayMs = 0, errcode }: FaultSwitch): string | null {
  const isWhole = (value: unknown, least: number, most: number) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most
  if (!isCallbackFault(kind) && !(ANSWER_FAULTS as readonly string[]).includes(kind)) {
    return `kind: one of ${[...ANSWER_FAULTS, ...CALLBACK_FAULTS].join(', ')}`
  }
  if (path !== undefined && !/^(\*|\/[\w./-]+|callback)$/.test(path)) return 'path: a WeCom path, or *'
  if (!isWhole(times, 1, 1_000_000)) return 'times: 1 to 1000000'
  if (!isWhole(delayMs, 0, MOST_DELAY_MS)) return `delayMs: 0 to ${MOST_DELAY_MS}`
  if (kind === 'errcode' && !isWhole(errcode, -1, 10_000_000)) return 'errcode: is needed'
  return null
}
