import type { Directory } from './directory'
import { memberFrom, type Department, type Member, type NewMember } from './directory-types'
import { Refusal } from './errors'
import type { XmlContent } from './xml'

/** The members of a change_contact event beside its head, in their order. */
export type ContactChange = readonly (readonly [name: string, content: XmlContent])[]

/** What an administrator does in WeCom's console; each edit tells the apps by change_contact (documents 90970 to 90973). */
export interface DirectoryEdits {
  /** @throws Refusal 40058 when the userid is taken or a department is unknown */
  addMember(member: NewMember): Promise<void>
  /** Also disables (`status` 2), moves (`departments`) and changes leaders. @throws Refusal 60111, 40058 */
  editMember(userId: string, changes: Partial<Omit<Member, 'userId'>>): Promise<void>
  renameMember(userId: string, newUserId: string): Promise<void>
  deleteMember(userId: string): Promise<void>
  addDepartment(department: Department): Promise<void>
  editDepartment(id: number, changes: Partial<Pick<Department, 'name' | 'parentId' | 'order'>>): Promise<void>
  /** Only without members and departments below it. @throws Refusal 40058 */
  deleteDepartment(id: number): Promise<void>
}

export interface EditHooks {
  readonly notify: (changeType: string, change: ContactChange) => void
  readonly renamed: (userId: string, newUserId: string) => void
}

export function createDirectoryEdits(directory: Directory, { notify, renamed }: EditHooks): DirectoryEdits {
  async function requireMember(userId: string): Promise<Member> {
    const member = await directory.member(userId)
    if (member === null) throw new Refusal(60111, userId)
    return member
  }

  async function requireDepartment(id: number): Promise<Department> {
    const department = (await directory.departments()).find((known) => known.id === id)
    if (department === undefined) throw new Refusal(40058, `department ${id}`)
    return department
  }

  async function requirePlaces(departments: Member['departments']): Promise<void> {
    if (departments.length === 0) throw new Refusal(40058, 'department')
    for (const { id } of departments) await requireDepartment(id)
  }

  async function requireFreeUserId(userId: string): Promise<void> {
    if (!/^[A-Za-z0-9][\w.@-]{0,63}$/.test(userId)) throw new Refusal(40058, 'userid')
    if ((await directory.member(userId)) !== null) throw new Refusal(40058, `userid ${userId} is taken`)
  }

  return {
    async addMember(given) {
      await requireFreeUserId(given.userId)
      await requirePlaces(given.departments)
      const member = memberFrom(given)
      directory.put(member.userId, member)
      notify('create_user', [['UserID', member.userId], ...fieldsOf(member, Object.keys(member))])
    },

    async editMember(userId, changes) {
      const before = await requireMember(userId)
      if (changes.departments !== undefined) await requirePlaces(changes.departments)
      const after = { ...before, ...changes, userId: before.userId }
      directory.put(before.userId, after)
      const names = Object.keys(changes).filter((name) => name !== 'userId')
      notify('update_user', [['UserID', before.userId], ...fieldsOf(after, names)])
    },

    async renameMember(userId, newUserId) {
      const before = await requireMember(userId)
      if (before.userId.toLowerCase() !== newUserId.toLowerCase()) await requireFreeUserId(newUserId)
      directory.put(before.userId, { ...before, userId: newUserId })
      for (const member of await directory.members()) {
        if (!member.directLeaders.includes(before.userId)) continue
        const directLeaders = member.directLeaders.map((leader) => (leader === before.userId ? newUserId : leader))
        directory.put(member.userId, { ...member, directLeaders })
      }
      renamed(before.userId, newUserId)
      notify('update_user', [
        ['UserID', before.userId],
        ['NewUserID', newUserId],
      ])
    },

    async deleteMember(userId) {
      const { userId: known } = await requireMember(userId)
      directory.put(known, null)
      notify('delete_user', [['UserID', known]])
    },

    async addDepartment(department) {
      await requireDepartment(department.parentId)
      if ((await directory.departments()).some(({ id }) => id === department.id)) throw new Refusal(40058, 'id')
      directory.putDepartment(department.id, department)
      const { id, name, parentId, order } = department
      notify('create_party', [
        ['Id', id],
        ['Name', name],
        ['ParentId', parentId],
        ['Order', order],
      ])
    },

    async editDepartment(id, changes) {
      const before = await requireDepartment(id)
      if (changes.parentId !== undefined) {
        await requireDepartment(changes.parentId)
        if ((await directory.below(id)).has(changes.parentId)) throw new Refusal(40058, 'parentid is below itself')
      }
      directory.putDepartment(id, { ...before, ...changes })
      notify('update_party', [
        ['Id', id],
        ...(changes.name === undefined ? [] : [['Name', changes.name] as const]),
        ...(changes.parentId === undefined ? [] : [['ParentId', changes.parentId] as const]),
      ])
    },

    async deleteDepartment(id) {
      await requireDepartment(id)
      const isParent = (await directory.below(id)).size > 1
      const hasMembers = (await directory.members()).some(({ departments }) => departments.some((at) => at.id === id))
      if (isParent || hasMembers || id === 1) throw new Refusal(40058, 'the department is not empty')
      directory.putDepartment(id, null)
      notify('delete_party', [['Id', id]])
    },
  }
}

const FIELDS: Readonly<Record<string, (member: Member) => ContactChange>> = {
  name: ({ name }) => [['Name', name]],
  departments: ({ departments }) => [
    ['Department', departments.map(({ id }) => id).join()],
    ['IsLeaderInDept', departments.map(({ isLeader }) => (isLeader ? 1 : 0)).join()],
  ],
  mainDepartment: ({ mainDepartment }) => [['MainDepartment', mainDepartment]],
  directLeaders: ({ directLeaders }) => [['DirectLeader', directLeaders.join()]],
  mobile: ({ mobile }) => [['Mobile', mobile]],
  position: ({ position }) => [['Position', position]],
  gender: ({ gender }) => [['Gender', Number(gender)]],
  email: ({ email }) => [['Email', email]],
  bizMail: ({ bizMail }) => [['BizMail', bizMail]],
  status: ({ status }) => [['Status', status]],
  avatar: ({ avatar }) => [['Avatar', avatar]],
  alias: ({ alias }) => [['Alias', alias]],
  telephone: ({ telephone }) => [['Telephone', telephone]],
  address: ({ address }) => [['Address', address]],
}

function fieldsOf(member: Member, names: readonly string[]): ContactChange {
  return Object.entries(FIELDS).flatMap(([name, field]) => (names.includes(name) ? field(member) : []))
}
