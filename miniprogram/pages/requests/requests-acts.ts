/** What a tap on a request does beside deciding. */
import type { ApprovalReply } from '../../contract/api-approvals'
import { approvalPage } from '../../routes'
import { platform, services } from '../../services/app'
import { texts } from '../../texts/texts'
import type { RequestRow } from './requests.view'

/** Full size at once; where the platform has no such view, in the request. */
export async function showPhotos({ id, subject }: ApprovalReply): Promise<void> {
  if (subject.kind !== 'attempt') return
  const words = texts.approvals
  const shown = await services.approvalPhotos.show(subject.attemptId)
  if (!shown.ok) {
    return platform.screen.toast(shown.problem.kind === 'hidden' ? words.photosHidden : words.photosFailed)
  }
  const { photos, urls } = shown.value
  const addresses = photos.flatMap(({ sha256 }) => urls[sha256] ?? [])
  const [first] = addresses
  if (first === undefined) return platform.screen.toast(words.photosAwaited)
  if (!(await platform.screen.preview(addresses, first))) platform.navigation.open(approvalPage(id))
}

/** @returns whether the person was sure: then the list is out of date, however it went */
export async function withdraw(id: string, kind: RequestRow['kind']): Promise<boolean> {
  const words = texts.requests
  const isSure = await platform.screen.ask({
    title: words.withdrawTitle,
    text: words.withdrawText,
    agree: words.withdraw,
    decline: words.keep,
  })
  if (!isSure) return false
  const withdrawn = await (kind === 'rebind' ? services.rebind.withdraw(id) : services.api.withdrawApproval(id))
  if (!withdrawn.ok) {
    const { problem } = withdrawn
    platform.screen.toast(problem.kind === 'refused' ? `${problem.message}，${problem.hint}` : words.failed)
  }
  return true
}
