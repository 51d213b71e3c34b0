/** The company as WeCom knows it. */

export interface Member {
  /** As its administrator wrote it; compared in lower case. */
  readonly userId: string
  readonly name: string
  readonly departments: readonly Membership[]
  readonly mainDepartment: number
  readonly directLeaders: readonly string[]
  readonly position: string
  /** 0 unknown, 1 male, 2 female */
  readonly gender: '0' | '1' | '2'
  readonly mobile: string
  readonly email: string
  readonly bizMail: string
  readonly telephone: string
  readonly alias: string
  readonly address: string
  readonly avatar: string
  /** 1 active, 2 disabled, 4 not activated, 5 left: WeCom lists no more who has left. */
  readonly status: 1 | 2 | 4 | 5
}

export interface Membership {
  readonly id: number
  readonly isLeader: boolean
}

export interface Department {
  /** 1 is the company. */
  readonly id: number
  readonly name: string
  /** 0 above the company. */
  readonly parentId: number
  /** The greater, the higher up. */
  readonly order: number
}

export type NewMember = Pick<Member, 'userId' | 'name' | 'departments'> & Partial<Member>

/** Who is in the company when the sandbox begins, and who joins without it. */
export interface DirectorySource {
  read(): Promise<DirectoryContents>
}

export interface DirectoryContents {
  readonly departments: readonly Department[]
  readonly members: readonly NewMember[]
}

export function memberFrom(given: NewMember): Member {
  return {
    mainDepartment: given.departments[0]?.id ?? 1,
    directLeaders: [],
    position: '',
    gender: '0',
    mobile: '',
    email: '',
    bizMail: '',
    telephone: '',
    alias: '',
    address: '',
    avatar: '',
    status: 1,
    ...given,
  }
}
