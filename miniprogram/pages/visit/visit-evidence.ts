import type { ContextReply } from '../../contract/api'
import type { DraftContent } from '../../services/drafts-content'
import type { Draft } from '../../services/submit-check-in'
import { detailsOf, isFilled, isRecordBegun } from './visit-fields.view'
import { siteOf } from './visit.view'

/** What goes with the check-in of a visit, photos apart: pure. A record goes along where one is asked for, or begun. */
export function visitEvidence(
  content: DraftContent,
  context: ContextReply,
): Pick<Draft, 'site' | 'applicationReason' | 'note' | 'visit'> {
  const { policy } = context
  const site = siteOf({ context, content })
  const customer = content.isUnlisted ? content.customer : (site?.name ?? '')
  const writes = policy.visitRecordRequired || content.isUnlisted || isRecordBegun(content)
  return {
    site,
    ...(content.applies ? { applicationReason: content.reason.trim() } : {}),
    ...(policy.noteFor.includes('visit') && isFilled(content.notes) ? { note: content.notes.trim() } : {}),
    ...(writes ? { visit: detailsOf(content, customer) } : {}),
  }
}
