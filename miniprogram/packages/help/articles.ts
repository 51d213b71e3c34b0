/** The help's articles: what people ask, and what each code of a decision means. */
import type { DecisionCode } from '../../contract/decision'
import type { IconName } from '../../components/icon/icons'
import { PRESENCE_CODES } from '../../components/presence-codes'
import type { Article } from '../../texts/zh/help/article'
import type { HelpTopic } from '../../texts/zh/help/topics'
import { texts } from '../../texts/texts'
import type { HelpCapabilities } from './known-capabilities'

export type ArticleId = HelpTopic | DecisionCode

export const TOPIC_ICONS = {
  checkIn: 'locate',
  visits: 'camera',
  offline: 'offline',
  forgotten: 'clock',
  newPhone: 'swap',
  privacy: 'shield',
  approval: 'stamp',
  quick: 'early',
} as const satisfies Record<HelpTopic, IconName>

export const CODE_GROUPS = {
  place: PRESENCE_CODES,
  time: ['OUTSIDE_WINDOW', 'TOO_LATE_FOR_DAY', 'SLOT_UNKNOWN', 'CAPTURE_TIME_UNPROVEN', 'CLOCK_DOUBTFUL'],
  duplicate: ['DUPLICATE_SLOT', 'DUPLICATE_VISIT', 'CHALLENGE_USED'],
  phone: [
    'DEVICE_NOT_BOUND',
    'DEVICE_AWAITING_APPROVAL',
    'DEVICE_REVOKED',
    'DEVICE_BOUND_TO_ANOTHER',
    'DEVICE_FACTS_CHANGED',
    'CAPTURED_ON_OLD_PHONE',
    'SIGNATURE_INVALID',
    'SYSTEM_UPDATED',
  ],
  photo: [
    'PHOTO_REQUIRED',
    'PHOTO_AWAITED',
    'PHOTO_NOT_UPLOADED',
    'PHOTO_STALE',
    'PHOTO_REUSED',
    'PHOTO_MISMATCH',
    'NOTE_REQUIRED',
    'VISIT_RECORD_REQUIRED',
  ],
  page: ['CHALLENGE_EXPIRED', 'CHALLENGE_UNKNOWN', 'CHALLENGE_SUPERSEDED'],
  account: ['ACCEPTED', 'EMPLOYEE_INACTIVE', 'CONSENT_REQUIRED'],
  sign: [
    'FIX_REPEATED',
    'SPEED_IMPOSSIBLE',
    'WIFI_FAR_FROM_FIX',
    'PHOTO_SIMILAR',
    'HANDSET_SHARED',
    'COORDINATES_REPEATED',
    'FENCE_CENTRE_EXACT',
    'ACCURACY_CONSTANT',
    'NETWORK_OF_OTHER_SITE',
    'GATEWAY_CLOCK_WRONG',
  ],
} as const satisfies Readonly<Record<string, readonly DecisionCode[]>>

export type CodeGroup = keyof typeof CODE_GROUPS

/** Topics of what this server offers. */
export function topicsOf({ quickCheckIn }: HelpCapabilities): HelpTopic[] {
  return (Object.keys(TOPIC_ICONS) as HelpTopic[]).filter((topic) => topic !== 'quick' || quickCheckIn)
}

/** Null for an id that is none, e.g. of a newer server. */
export function articleOf(id: string): Article | null {
  // The catalogue's type knows its words as any text, also the names of links.
  if (hasOwn(texts.helpTopics, id)) return texts.helpTopics[id as HelpTopic] as Article
  return hasOwn(texts.helpCodes, id) ? (texts.helpCodes[id as DecisionCode] as Article) : null
}

function hasOwn(table: object, id: string): boolean {
  return Object.prototype.hasOwnProperty.call(table, id)
}

export function stepsOf({ steps }: Article, { corrections }: HelpCapabilities): string[] {
  return steps.map((step) => (typeof step === 'string' ? step : corrections ? step.withCorrections : step.otherwise))
}
