/** A person's surname on a muted fill that stays the same for the same person. */
export interface AvatarView {
  readonly text: string
  readonly fill: number
}

const FILLS = 6
const TWO_CHARACTER_SURNAMES = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '夏侯',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '司徒',
  '东方',
  '南宫',
]

/** Pure. */
export function avatarOf({ id, name }: { readonly id: string; readonly name: string }): AvatarView {
  return { text: surnameOf(name), fill: hashOf(id) % FILLS }
}

function surnameOf(name: string): string {
  const trimmed = name.trim()
  const isLong = trimmed.length > 2 && TWO_CHARACTER_SURNAMES.includes(trimmed.slice(0, 2))
  return isLong ? trimmed.slice(0, 2) : (Array.from(trimmed)[0] ?? '').toUpperCase()
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}
