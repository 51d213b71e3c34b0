import type { RecordReply } from '../../contract/api'
import type { ChipView } from '../../components/chip/chip.view'
import { attemptChips } from '../../components/day-timeline/attempt-chips'
import { dayTime } from '../../components/day-timeline/day-time'
import { texts } from '../../texts/texts'

export interface DecisionRow {
  readonly number: number
  readonly time: string
  readonly who: string
  readonly chips: readonly ChipView[]
}

/** Who decided what and when, oldest first; nothing while the first decision stands alone. */
export function decisionRows({ decisions, slot }: Pick<RecordReply, 'decisions' | 'slot'>): readonly DecisionRow[] {
  const words = texts.result
  if (decisions.length < 2) return []
  return decisions
    .slice()
    .sort((left, right) => left.number - right.number)
    .map(({ number, decidedAt, decidedByName, outcome, code }) => ({
      number,
      time: dayTime(decidedAt, slot.workDay),
      who: decidedByName === null ? words.byRule : words.byPerson(decidedByName),
      chips: attemptChips({ outcome, code, deferred: false, kind: slot.kind, punctuality: null }),
    }))
}
