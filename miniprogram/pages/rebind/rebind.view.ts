import type { ApprovalReply, ApprovalStatus } from '../../contract/api-approvals'
import { phoneName } from '../../contract/shown-words'
import type { IconName } from '../../components/icon/icons'
import { texts } from '../../texts/texts'
import { phonesView, type PhonesView } from './rebind-phones.view'
import {
  boundPhone,
  isOldPhoneStopped,
  isSameHandset,
  situationOf,
  type RebindFacts,
  type RebindSituation,
} from './rebind-situation'
import { stepsView, type StepView } from './rebind-steps.view'

/** What the main button does; `none`: there is no main button. */
export type RebindAct = 'ask' | 'again' | 'checkIn' | 'none'

export interface RebindView {
  readonly band: Band
  readonly phones: PhonesView | null
  /** Old and new are one handset, it seems; empty otherwise. */
  readonly same: string
  readonly steps: readonly StepView[]
  readonly isAsking: boolean
  /** Who will be asked. */
  readonly leaders: string
  /** What to do about a lost phone is worth saying. */
  readonly mayBeLost: boolean
  readonly lostSteps: readonly string[]
  readonly oldPhoneName: string
  readonly mayWithdraw: boolean
  readonly act: RebindAct
  readonly action: string
}

interface Band {
  readonly tone: 'pending' | 'accepted' | 'refused' | 'plain'
  readonly icon: IconName
  readonly title: string
  readonly text: string
}

const words = texts.rebind
const ENDED_LOOKS = {
  approved: { tone: 'accepted', icon: 'okc' },
  rejected: { tone: 'refused', icon: 'noc' },
  withdrawn: { tone: 'plain', icon: 'undo' },
  expired: { tone: 'plain', icon: 'clock' },
} as const satisfies Record<Exclude<ApprovalStatus, 'pending'>, Pick<Band, 'tone' | 'icon'>>

/** Pure. */
export function rebindView(facts: RebindFacts): RebindView {
  const { approval, leaders } = facts
  const situation = situationOf(facts)
  const isWaiting = situation === 'new' || situation === 'old' || situation === 'elsewhere'
  const hasSteps = approval !== null && (isWaiting || situation === 'ended')
  const phones = phonesView(facts, situation)
  const isSame = isSameChange(facts, situation)
  const act = actOf(facts, situation)
  return {
    band: bandOf(facts, situation, isSame),
    phones,
    same: isSame && situation !== 'ended' ? words.same : '',
    steps: hasSteps ? stepsView(approval, situation, facts.nowMs) : [],
    isAsking: situation === 'asking',
    leaders: leaders.length === 0 ? words.asking.leadersUnknown : words.asking.leaders(leaders.join('、')),
    mayBeLost:
      (situation === 'asking' || isWaiting) &&
      situation !== 'old' &&
      !isSame &&
      phones?.old != null &&
      !isOldPhoneStopped(facts),
    lostSteps: [...words.lost.steps, isWaiting ? words.lost.thenWithdraw : words.lost.thenOpen],
    oldPhoneName: phones?.old?.name ?? '',
    mayWithdraw: isWaiting && approval?.mayWithdraw === true,
    act,
    action: {
      ask: words.asking.submit,
      again: words.again,
      checkIn: approval?.status === 'approved' ? words.start : words.checkIn,
      none: '',
    }[act],
  }
}

function isSameChange(facts: RebindFacts, situation: RebindSituation): boolean {
  if (situation === 'asking') {
    const old = boundPhone(facts)
    return old !== null && isSameHandset(old, facts.thisPhone)
  }
  return facts.approval?.subject.kind === 'rebind' && facts.approval.subject.probablySamePhone
}

function actOf({ approval }: RebindFacts, situation: RebindSituation): RebindAct {
  if (situation === 'asking') return 'ask'
  if (situation === 'elsewhere') return 'none'
  return situation === 'ended' && approval?.status !== 'approved' ? 'again' : 'checkIn'
}

function bandOf(facts: RebindFacts, situation: RebindSituation, isSame: boolean): Band {
  const { approval } = facts
  if (approval === null || situation === 'asking' || situation === 'bound') {
    const { asking, ended } = words
    if (situation === 'bound') return { tone: 'accepted', icon: 'okc', title: ended.boundTitle, text: ended.boundText }
    return {
      tone: 'plain',
      icon: 'swap',
      title: isSame ? asking.sameTitle : asking.title,
      text: isSame ? asking.sameText : asking.text,
    }
  }
  if (approval.status !== 'pending') return { ...ENDED_LOOKS[approval.status], ...words.ended[approval.status] }
  return { tone: 'pending', icon: 'glass', ...waitingWords(facts, approval, situation, isSame) }
}

function waitingWords(
  facts: RebindFacts,
  { approvers, subject }: ApprovalReply,
  situation: RebindSituation,
  isSame: boolean,
): Pick<Band, 'title' | 'text'> {
  const { pending } = words
  const newPhone = subject.kind === 'rebind' ? phoneName(subject.newPhone) : ''
  if (situation === 'old') return { title: pending.titleOld, text: pending.textOld(newPhone) }
  if (situation === 'elsewhere') return { title: pending.titleElsewhere, text: pending.textElsewhere(newPhone) }
  const [only] = approvers
  const title = approvers.length === 1 && only !== undefined ? pending.title(only.employee.name) : pending.titleAny
  if (isOldPhoneStopped(facts)) return { title, text: pending.textStopped }
  return { title, text: isSame ? pending.textSame : pending.text }
}
