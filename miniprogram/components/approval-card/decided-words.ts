import type { ApprovalReply } from '../../contract/api-approvals'
import type { Decided } from '../../services/approvals'
import { texts } from '../../texts/texts'
import { changesText, outcomeText } from './approval-words'

/** What a decision led to, as it stands beside the request; empty when it did what it should. Pure. */
export function decidedText(before: ApprovalReply, decided: Decided): string {
  const words = texts.approvals
  if (decided.kind === 'decided') return ''
  if (decided.kind === 'changed') return changesText(before, decided.approval)
  if (decided.kind === 'closed') {
    return words.closed(decided.approval === null ? decided.message : outcomeText(decided.approval))
  }
  const { problem, at } = decided
  if (problem.kind === 'refused') return `${problem.message}，${problem.hint}`
  if (problem.kind === 'login') return words.noLogin
  return at === 'login' ? words.offline : words.unsure
}
