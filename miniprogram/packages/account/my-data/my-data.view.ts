import type { ConsentNotice, ConsentState, DeviceReply } from '../../../contract/api'
import { phoneName } from '../../../contract/shown-words'
import { chip, type ChipView } from '../../../components/chip/chip.view'
import { privacyView, type PrivacyBlock } from '../../../pages/privacy/privacy.view'
import { atOffset, dayText, timeOf } from '../../../texts/format'
import { texts } from '../../../texts/texts'

export type KeptRow = Extract<PrivacyBlock, { kind: 'rows' }>['rows'][number]

export interface MyDataView {
  /** What the notice says is kept, and how long; null: not known. */
  readonly kept: readonly KeptRow[] | null
  readonly keptFrom: string
  /** Null: not known. */
  readonly phones:
    | readonly {
        readonly id: string
        readonly name: string
        readonly hint: string
        readonly chip: ChipView
      }[]
    | null
  readonly consent: { readonly title: string; readonly lines: readonly string[]; readonly isAgreed: boolean }
  readonly queue: string
  readonly mayErase: boolean
}

export interface MyDataFacts {
  readonly notice: ConsentNotice | null
  readonly devices: readonly DeviceReply[] | null
  /** Of this phone's key; null: it has none. */
  readonly keyThumbprint: string | null
  readonly consent: ConsentState
  readonly waitingCount: number
  /** Minutes east of UTC where the person is: phones and notices come with their time in UTC. */
  readonly offsetMinutes: number
}

const words = texts.myData
const TONES = { active: 'accepted', candidate: 'pending', revoked: 'plain' } as const

/** Pure. */
export function myDataView(facts: MyDataFacts): MyDataView {
  const { notice, devices, waitingCount } = facts
  return {
    kept: notice === null ? null : keptRows(notice, facts.offsetMinutes),
    keptFrom: notice === null ? '' : words.keptFrom(notice.version),
    phones: devices === null ? null : devices.map((device) => phoneOf(device, facts)),
    consent: consentOf(facts),
    queue: waitingCount === 0 ? words.queueNone : words.queueCount(waitingCount),
    mayErase: waitingCount === 0,
  }
}

/** The notice's own tables: another version of it shows its own figures. */
function keptRows(notice: ConsentNotice, offsetMinutes: number): readonly KeptRow[] {
  return privacyView(notice, offsetMinutes).blocks.flatMap((block) => (block.kind === 'rows' ? block.rows : []))
}

function phoneOf({ id, facts, state, boundAt, keyThumbprint }: DeviceReply, known: MyDataFacts) {
  const name = phoneName(facts)
  const isHere = keyThumbprint === known.keyThumbprint
  return {
    id,
    name: isHere ? words.here(name) : name,
    hint: `${facts.system}，${boundAt === null ? words.waiting : words.boundAt(localDay(boundAt, known.offsetMinutes))}`,
    chip: chip(TONES[state], words.phoneState[state]),
  }
}

function localDay(iso: string, offsetMinutes: number): string {
  const local = atOffset(iso, offsetMinutes)
  return `${dayText(local)} ${timeOf(local)}`
}

function consentOf({ consent, notice, offsetMinutes }: MyDataFacts): MyDataView['consent'] {
  const { agreedVersion, currentVersion } = consent
  if (agreedVersion === null) return { title: words.notAgreed, lines: [words.notAgreedHint], isAgreed: false }
  const isCurrent = notice !== null && notice.version === agreedVersion
  return {
    title: words.agreed(agreedVersion),
    lines: [
      ...(isCurrent ? [words.published(dayText(atOffset(notice.publishedAt, offsetMinutes)))] : []),
      ...(currentVersion > agreedVersion ? [words.newer(currentVersion)] : []),
    ],
    isAgreed: true,
  }
}
