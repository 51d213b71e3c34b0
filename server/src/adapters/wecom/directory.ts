import { AppError } from '../../app-error'
import type { Directory, DirectoryDepartment, DirectoryMember } from '../../ports/directory'
import { refused } from './refused'
import type { WecomApi } from './wecom-api'
import { unavailable, type WecomAnswer } from './wecom-calls'
import { WecomError } from './wecom-problems'

export interface DirectoryOptions {
  /** By the app's secret: reads members and departments that the app may see. */
  readonly app: Pick<WecomApi, 'get'>
  /** By the secret of 通讯录同步: lists everybody's userid. Null: there is no such secret, and nobody can be listed. */
  readonly contacts: Pick<WecomApi, 'post'> | null
  /** Userids in a page, at most 10 000. */
  readonly pageSize?: number
}

const LIST_IDS = '/cgi-bin/user/list_id'
const MEMBER = '/cgi-bin/user/get'
const DEPARTMENTS = '/cgi-bin/department/list'
const PAGE_SIZE = 1_000
/** No such member. */
const UNKNOWN = new Set([60111, 40003])
/** Not in the app's visible range. */
const NOT_VISIBLE = 60011
const ACTIVE = 1
const NOT_YET_ACTIVE = 4

/**
 * WeCom's contacts (developer.work.weixin.qq.com/document/path/96067, 90196, 90208). Since 2022 new apps get no mobile,
 * mail or avatar, and none of them is asked for.
 */
export function createDirectory({ app, contacts, pageSize = PAGE_SIZE }: DirectoryOptions): Directory {
  return {
    async departments() {
      const answer = await app.get(DEPARTMENTS).catch(rethrow)
      return list(answer, 'department', DEPARTMENTS).map(departmentOf)
    },

    async *memberIds() {
      if (contacts === null) {
        throw new AppError('WECOM_REFUSED', {
          internalText: 'members cannot be listed: WECOM_CONTACT_SECRET is not set',
        })
      }
      let cursor = ''
      // A member of several departments comes once for each of them, perhaps on several pages.
      const seen = new Set<string>()
      do {
        const body = { limit: pageSize, ...(cursor === '' ? {} : { cursor }) }
        const answer = await contacts.post(LIST_IDS, body).catch(rethrow)
        const ids = list(answer, 'dept_user', LIST_IDS).map((row) => textOf(row['userid']))
        const fresh = [...new Set(ids)].filter((id) => id !== '' && !seen.has(id.toLowerCase()))
        fresh.forEach((id) => seen.add(id.toLowerCase()))
        yield fresh
        const next = textOf(answer['next_cursor'])
        if (next !== '' && next === cursor) throw unavailable(LIST_IDS, 'the same cursor again')
        cursor = next
      } while (cursor !== '')
    },

    async member(userId) {
      try {
        return memberOf(await app.get(MEMBER, { userid: userId }))
      } catch (fault) {
        if (fault instanceof WecomError && UNKNOWN.has(fault.errcode)) return null
        if (fault instanceof WecomError && fault.errcode === NOT_VISIBLE) return 'not_visible'
        throw refused(fault)
      }
    },
  }
}

function rethrow(fault: unknown): never {
  throw refused(fault)
}

function departmentOf(row: WecomAnswer): DirectoryDepartment {
  const parentId = textOf(row['parentid'])
  return {
    id: textOf(row['id']),
    name: textOf(row['name']),
    parentId: parentId === '' || parentId === '0' ? null : parentId,
    leaderUserIds: texts(row['department_leader']),
  }
}

function memberOf(row: WecomAnswer): DirectoryMember {
  const departmentIds = texts(row['department'])
  const leads = texts(row['is_leader_in_dept'])
  const main = textOf(row['main_department'])
  const status = row['status']
  return {
    userId: textOf(row['userid']),
    name: textOf(row['name']) || null,
    // Empty: none. Absent: not told.
    position: row['position'] === undefined ? null : textOf(row['position']),
    departmentIds,
    mainDepartmentId: main === '' || main === '0' ? (departmentIds[0] ?? null) : main,
    leadsDepartmentIds: departmentIds.filter((_id, index) => leads[index] === '1'),
    directLeaderUserIds: texts(row['direct_leader']),
    // Whoever has not opened WeCom yet is employed all the same; 2 is disabled, 5 has left.
    isActive: status === undefined || status === ACTIVE || status === NOT_YET_ACTIVE,
  }
}

function list(answer: WecomAnswer, name: string, path: string): readonly WecomAnswer[] {
  const rows = answer[name]
  if (!Array.isArray(rows)) throw unavailable(path, `no ${name} in the answer`)
  return rows.filter((row): row is WecomAnswer => typeof row === 'object' && row !== null)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(textOf).filter((text) => text !== '') : []
}
