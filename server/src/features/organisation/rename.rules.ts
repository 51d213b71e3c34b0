/** A person's userid changes in WeCom; here the row keeps its id and its history. */

export interface RenameFacts {
  /** The row that has the old userid; null: none. */
  readonly old: { readonly employeeId: string } | null
  /** The row that has the new one. */
  readonly taken: {
    readonly employeeId: string
    readonly isEmployed: boolean
    /** It has check-ins or phones of its own. */
    readonly isInUse: boolean
  } | null
  /** Whether WeCom knows the userids now. */
  readonly oldExists: boolean
  readonly newExists: boolean
}

/**
 * `rename`: the old row gets the new userid. `take_over`: so it does, and the row that has it gives it up: somebody's who
 * left long ago, or one that a synchronisation made before the callback came. `as_they_are`: nothing to rename.
 */
export type RenameVerdict = 'rename' | 'take_over' | 'as_they_are'

export function judgeRename({ old, taken, oldExists, newExists }: RenameFacts): RenameVerdict {
  if (old === null || !newExists || old.employeeId === taken?.employeeId) return 'as_they_are'
  if (taken === null) return 'rename'
  // A repeat, after somebody else got the old userid: both rows are right.
  if (oldExists) return 'as_they_are'
  return taken.isEmployed && taken.isInUse ? 'as_they_are' : 'take_over'
}

/** No userid of WeCom has a colon. */
export function retiredUserId(employeeId: string): string {
  return `left:${employeeId}`
}
