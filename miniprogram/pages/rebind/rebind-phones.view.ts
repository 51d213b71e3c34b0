/** The two phones of a change, old and new. */
import type { DeviceFacts } from '../../contract/api'
import { phoneName } from '../../contract/shown-words'
import { chip, type ChipView } from '../../components/chip/chip.view'
import { texts } from '../../texts/texts'
import { boundPhone, isOldPhoneStopped, type RebindFacts, type RebindSituation } from './rebind-situation'

export interface PhoneView {
  readonly label: string
  readonly isHere: boolean
  readonly name: string
  readonly system: string
  readonly chip: ChipView | null
}

/** `old` is null where none is known. */
export interface PhonesView {
  readonly old: PhoneView | null
  readonly new: PhoneView
}

const words = texts.rebind
const IN_USE = chip('accepted', words.chip.inUse)
const STOPPED = chip('plain', words.chip.stopped)

/** Pure. @returns null where there is nothing to compare */
export function phonesView(facts: RebindFacts, situation: RebindSituation): PhonesView | null {
  const { approval, thisPhone } = facts
  if (situation === 'bound') return null
  if (situation === 'asking' || approval === null || approval.subject.kind !== 'rebind') {
    const old = boundPhone(facts)
    return {
      old: old === null ? null : shown(old, words.oldPhone, false, IN_USE),
      new: shown(thisPhone, words.newPhone, true, chip('plain', words.chip.unbound)),
    }
  }
  const { oldPhone, newPhone } = approval.subject
  const isPending = approval.status === 'pending'
  const isApproved = approval.status === 'approved'
  const oldChip = isApproved || isOldPhoneStopped(facts) ? STOPPED : facts.devices === null ? null : IN_USE
  const newChip = isPending
    ? chip('pending', words.chip.waiting)
    : isApproved
      ? IN_USE
      : chip('plain', words.chip.failed)
  return {
    old: oldPhone === null ? null : shown(oldPhone, words.oldPhone, situation === 'old', oldChip),
    new: shown(newPhone, words.newPhone, situation === 'new' || situation === 'ended', newChip),
  }
}

function shown(phone: DeviceFacts, label: string, isHere: boolean, state: ChipView | null): PhoneView {
  return {
    label: isHere ? words.here(label) : label,
    isHere,
    name: phoneName(phone),
    system: phone.system,
    chip: state,
  }
}
