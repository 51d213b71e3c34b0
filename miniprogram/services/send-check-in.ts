/**
 * One check-in to the server. While the person waits and no answer comes, the same bytes go out once more: a connection
 * that died unnoticed keeps its silence, a new one does not. The server answers a repeat as the first time, so whichever
 * answer comes first is the answer.
 */
import type { CheckInReply } from '../contract/api'
import { SIGNATURE_HEADERS } from '../contract/signing'
import type { Platform } from '../platform/platform'
import type { Result } from '../result'
import type { Api } from './api'
import type { QueueEntry } from './queue-entry'
import type { ApiProblem } from './transport'

/** Long enough for a slow network: a busy server is not asked twice for every check-in of its busiest minutes. */
const SILENCE_MS = 3_000
/** So long after the tap somebody stands there and waits, a fresh place and challenge included; what is sent later is in no hurry. */
const WAITING_MS = 15_000

type Answer = Result<CheckInReply, ApiProblem>

/** @param onRepeat told when it goes out a second time */
export type SendCheckIn = (entry: QueueEntry, onRepeat: () => void) => Promise<Answer>

export function createSendCheckIn({ time }: Pick<Platform, 'time'>, api: Pick<Api, 'checkIn'>): SendCheckIn {
  /** The signed bytes never change; when they were sent is said beside them. */
  function attempt({ body, headers }: QueueEntry): Promise<Answer> {
    return api.checkIn(body, { ...headers, [SIGNATURE_HEADERS.sentAt]: String(time.nowMs()) })
  }

  return (entry, onRepeat) => {
    const waitedMs = time.nowMs() - entry.capturedAtMs
    if (waitedMs < 0 || waitedMs >= WAITING_MS) return attempt(entry)
    return new Promise((resolve, reject) => {
      let open = 0
      const ask = () => {
        open++
        attempt(entry).then((answer) => {
          open--
          // Silence and broken connections say nothing while another attempt may still be heard.
          if (open > 0 && !answer.ok && answer.problem.kind === 'unreachable') return
          stopTimer()
          resolve(answer)
        }, reject)
      }
      const stopTimer = time.after(SILENCE_MS, () => {
        onRepeat()
        ask()
      })
      ask()
    })
  }
}
