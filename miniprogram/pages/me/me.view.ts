import type { SessionReply } from '../../contract/api'
import type { ApprovalReply } from '../../contract/api-approvals'
import { phoneName } from '../../contract/shown-words'
import type { IconName } from '../../components/icon/icons'
import { ABOUT_PAGE, faultPage, HELP_PAGE, MY_DATA_PAGE, PRIVACY_PAGE, REBIND_PAGE, SETTINGS_PAGE } from '../../routes'
import { texts } from '../../texts/texts'
import { waitedText } from '../rebind/waited'

export interface LinkView {
  readonly icon: IconName
  readonly title: string
  readonly hint: string
  /** Empty where the row leads nowhere. */
  readonly url: string
}

export interface MeView {
  readonly name: string
  readonly surname: string
  readonly department: string
  /** A change of phones that waits. */
  readonly rebind: { readonly title: string; readonly hint: string } | null
  readonly phone: LinkView
  readonly groups: readonly (readonly LinkView[])[]
}

export interface MeFacts {
  readonly session: SessionReply
  readonly thisPhone: { readonly brand: string; readonly model: string }
  /** The newest change of phones, whatever became of it. */
  readonly approval: ApprovalReply | null
  readonly hasQuickCheckIn: boolean
  readonly hasFaultReports: boolean
  readonly version: string
  readonly nowMs: number
}

const words = texts.me

/** Pure. */
export function meView(facts: MeFacts): MeView {
  const { employee, device, consent } = facts.session
  const { link } = words
  const isOtherPhone = device === 'other_bound' || device === 'candidate'
  const { agreedVersion } = consent
  return {
    name: employee.name,
    surname: Array.from(employee.name)[0] ?? '',
    department: employee.department ?? '',
    rebind: rebindOf(facts),
    phone: {
      icon: 'phone',
      title: phoneName(facts.thisPhone),
      hint: words.standing[device],
      url: isOtherPhone ? REBIND_PAGE : '',
    },
    groups: [
      [
        { icon: 'user', title: link.myData, hint: link.myDataHint, url: MY_DATA_PAGE },
        {
          icon: 'gauge',
          title: link.settings,
          hint: facts.hasQuickCheckIn ? link.settingsQuickHint : link.settingsHint,
          url: SETTINGS_PAGE,
        },
        {
          icon: 'shield',
          title: link.privacy,
          hint: agreedVersion === null ? link.notAgreed : link.agreed(agreedVersion),
          url: PRIVACY_PAGE,
        },
      ],
      [
        { icon: 'help', title: link.help, hint: link.helpHint, url: HELP_PAGE },
        ...(facts.hasFaultReports
          ? [{ icon: 'alert', title: link.fault, hint: link.faultHint, url: faultPage() } as const]
          : []),
        { icon: 'info', title: link.about, hint: link.aboutHint(facts.version), url: ABOUT_PAGE },
      ],
    ],
  }
}

function rebindOf({ approval, session, nowMs }: MeFacts): MeView['rebind'] {
  if (approval?.status !== 'pending' || approval.subject.kind !== 'rebind') return null
  const { rebind } = words
  if (session.device !== 'candidate') {
    return { title: rebind.elsewhere(phoneName(approval.subject.newPhone)), hint: rebind.elsewhereHint }
  }
  const [only] = approval.approvers
  const name = approval.approvers.length === 1 && only !== undefined ? only.employee.name : rebind.anybody
  const waited = waitedText(nowMs - Date.parse(approval.createdAt))
  return { title: rebind.here, hint: waited === '' ? rebind.waitingNow(name) : rebind.waiting(name, waited) }
}
