/** What the mini-program changed on its tab bar since it started: badges, and words and icons of tabs. */
export interface TabMark {
  readonly badge?: string | undefined
  readonly hasDot?: boolean
  readonly text?: string | undefined
  readonly iconPath?: string | undefined
  readonly selectedIconPath?: string | undefined
}

export interface TabMarks {
  /** By the tab's place, from 0. */
  of(index: number): TabMark
  mark(index: number, changes: TabMark): void
}

export function createTabMarks(): TabMarks {
  const marks = new Map<number, TabMark>()
  const of = (index: number) => marks.get(index) ?? {}
  return { of, mark: (index, changes) => void marks.set(index, { ...of(index), ...changes }) }
}
