import type { ApiProblem } from '../../services/transport'
import { texts } from '../../texts/texts'

export interface RecordTrouble {
  readonly title: string
  readonly text: string
  /** Empty where trying again helps nothing. */
  readonly action: string
}

/** Why the record of a visit is not shown: pure. */
export function recordTrouble(problem: ApiProblem): RecordTrouble {
  const { loadFailed, loadFailedHint, notVisit, notVisitHint, retry } = texts.visit
  const isUnknown = problem.kind === 'refused' && problem.status === 404
  return isUnknown
    ? { title: notVisit, text: notVisitHint, action: '' }
    : { title: loadFailed, text: loadFailedHint, action: retry }
}
