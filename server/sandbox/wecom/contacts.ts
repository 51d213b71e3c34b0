import type { Json } from './answer'
import { requireVisible, type Directory } from './directory'
import type { Department, Member } from './directory-types'
import { Refusal } from './errors'
import type { SandboxApp, SandboxBehaviour } from './options'

/** The contact APIs that read (documents 90196, 90200, 90201, 96067, 90208, 95350). Changes are made by an administrator. */
export function createContacts(directory: Directory, behaviour: Pick<SandboxBehaviour, 'departmentLeaders'>) {
  async function membersOf(app: SandboxApp, query: URLSearchParams): Promise<Member[]> {
    const id = Number(query.get('department_id') ?? NaN)
    const below = await directory.below(id)
    if (below.size === 0) throw new Refusal(40058, 'department_id')
    const asked = query.get('fetch_child') === '1' ? below : new Set([id])
    return (await directory.members()).filter(
      (member) => member.departments.some((department) => asked.has(department.id)) && directory.isVisible(member, app),
    )
  }

  async function departmentsOf(app: SandboxApp, query: URLSearchParams): Promise<Department[]> {
    const all = await directory.departments()
    const seen =
      app.visibleDepartments === undefined ? null : await Promise.all(app.visibleDepartments.map(directory.below))
    const isSeen = ({ id }: Department) => seen === null || seen.some((ids) => ids.has(id))
    const id = query.get('id')
    if (id === null) return all.filter(isSeen)
    const below = await directory.below(Number(id))
    if (below.size === 0) throw new Refusal(40058, 'id')
    return all.filter((department) => below.has(department.id) && isSeen(department))
  }

  return {
    async get(app: SandboxApp, query: URLSearchParams): Promise<Json> {
      return memberJson(await requireVisible(directory, app, query.get('userid') ?? ''), app)
    },

    async list(app: SandboxApp, query: URLSearchParams): Promise<Json> {
      return { userlist: (await membersOf(app, query)).map((member) => memberJson(member, app)) }
    },

    async simpleList(app: SandboxApp, query: URLSearchParams): Promise<Json> {
      return {
        userlist: (await membersOf(app, query)).map(({ userId, name, departments }) => ({
          userid: userId,
          name,
          department: departments.map(({ id }) => id),
          open_userid: '',
        })),
      }
    },

    /** One row per member and department; the cursor is the number of rows read. */
    async listId(_app: SandboxApp, { cursor = '', limit = 10_000 }: Json): Promise<Json> {
      const start = cursor === '' ? 0 : Number(/^c(\d{1,9})$/.exec(String(cursor))?.[1] ?? NaN)
      if (!Number.isInteger(start)) throw new Refusal(40058, 'cursor')
      if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > 10_000) {
        throw new Refusal(40058, 'limit')
      }
      const rows = (await directory.members()).flatMap(({ userId, departments }) =>
        departments.map(({ id }) => ({ userid: userId, department: id })),
      )
      const end = start + limit
      return { next_cursor: end < rows.length ? `c${end}` : '', dept_user: rows.slice(start, end) }
    },

    async departmentList(app: SandboxApp, query: URLSearchParams): Promise<Json> {
      const members = behaviour.departmentLeaders ? await directory.members() : []
      const leadersOf = (id: number) =>
        members
          .filter(({ departments }) => departments.some((department) => department.id === id && department.isLeader))
          .map(({ userId }) => userId)
      return {
        department: (await departmentsOf(app, query)).map(({ id, name, parentId, order }) => ({
          id,
          name,
          name_en: '',
          parentid: parentId,
          order,
          ...(behaviour.departmentLeaders ? { department_leader: leadersOf(id) } : {}),
        })),
      }
    },

    async departmentSimpleList(app: SandboxApp, query: URLSearchParams): Promise<Json> {
      const found = await departmentsOf(app, query)
      return { department_id: found.map(({ id, parentId, order }) => ({ id, parentid: parentId, order })) }
    },
  }
}

function memberJson(member: Member, { readsPrivateFields = false }: SandboxApp): Json {
  return {
    userid: member.userId,
    name: member.name,
    department: member.departments.map(({ id }) => id),
    order: member.departments.map(() => 0),
    position: member.position,
    is_leader_in_dept: member.departments.map(({ isLeader }) => (isLeader ? 1 : 0)),
    direct_leader: member.directLeaders,
    telephone: member.telephone,
    alias: member.alias,
    open_userid: '',
    main_department: member.mainDepartment,
    extattr: { attrs: [] },
    status: member.status,
    external_position: '',
    ...(readsPrivateFields ? privateJson(member) : {}),
  }
}

/** Self-built apps created since 2022-06-20 do not get these. */
function privateJson({ mobile, gender, email, bizMail, avatar, address }: Member): Json {
  return { mobile, gender, email, biz_mail: bizMail, avatar, thumb_avatar: avatar, address, qr_code: '' }
}
