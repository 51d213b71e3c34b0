import type { IconName } from '../icon/icons'

/** A word with its meaning's icon and colour; never colour alone. */
export interface ChipView {
  readonly tone: 'accepted' | 'pending' | 'refused' | 'late' | 'field' | 'offline' | 'corrected' | 'missing' | 'plain'
  readonly icon: IconName | ''
  readonly text: string
}

const ICONS: Readonly<Record<ChipView['tone'], IconName | ''>> = {
  accepted: 'check',
  pending: 'glass',
  refused: 'x',
  late: 'clock',
  field: 'visit',
  offline: 'offline',
  corrected: 'fix',
  missing: 'minus',
  plain: '',
}

export function chip(tone: ChipView['tone'], text: string): ChipView {
  return { tone, icon: ICONS[tone], text }
}
