/** The organisation as somebody else keeps it: WeCom, or a file. */

export interface DirectoryDepartment {
  readonly id: string
  readonly name: string
  /** Null: the company itself. */
  readonly parentId: string | null
  readonly leaderUserIds: readonly string[]
}

export interface DirectoryMember {
  readonly userId: string
  /** Null: the source does not tell; what is known stays. */
  readonly name: string | null
  readonly position: string | null
  readonly departmentIds: readonly string[]
  readonly mainDepartmentId: string | null
  readonly leadsDepartmentIds: readonly string[]
  readonly directLeaderUserIds: readonly string[]
  /** False: disabled or left; he may not use anything here. */
  readonly isActive: boolean
}

/** @throws AppError WECOM_UNAVAILABLE, WECOM_REFUSED */
export interface Directory {
  departments(): Promise<readonly DirectoryDepartment[]>
  /** Everybody's userid, page by page. */
  memberIds(): AsyncIterable<readonly string[]>
  /** Null: unknown there. `not_visible`: it knows such a person and does not show him to our app. */
  member(userId: string): Promise<DirectoryMember | 'not_visible' | null>
}
