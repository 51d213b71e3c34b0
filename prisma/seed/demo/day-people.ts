/** Three hundred more field engineers of the demo company, for `npm run demo:day`. Names are put together by chance. */
import type { Transaction } from '../../../server/src/adapters/database/database'
import { localDate } from '../../../server/src/features/shifts/zone-time.rules'
import { seedDepartment, seedEmployee, seedRule, stableId } from '../builders'
import { chance } from './chance'
import { demoEmployeeId } from './rules'
import { DEMO_SITE_IDS } from './sites'
import type { Base } from './people'

/** Until then it is still the work day before. */
const DAY_BOUNDARY_MS = 4 * 3_600_000
const SURNAMES = '赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜谢邹苏潘葛范彭鲁韦马苗方俞任袁柳'
const GIVEN =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红娥玲芬燕彩春菊琴云莲真环雪荣爱妹欣佳怡晨浩宇博文思远'

export interface DayGroup {
  readonly departmentId: string
  readonly name: string
  readonly base: Base
  /** Visits of this group ask for a photo. */
  readonly photos: boolean
}

export const DAY_GROUPS: readonly DayGroup[] = [
  { departmentId: '23', name: '华东服务二部', base: 'shanghai', photos: false },
  { departmentId: '24', name: '苏锡常服务部', base: 'suzhou', photos: false },
  { departmentId: '25', name: '大湾区服务部', base: 'shenzhen', photos: false },
  { departmentId: '26', name: '驻场巡检部', base: 'shanghai', photos: true },
]

export interface DayPerson {
  readonly userId: string
  readonly name: string
  readonly group: DayGroup
  readonly isLeader: boolean
}

/** The first of each group leads it. @param count 4 to 300 */
export function dayPeople(count: number): readonly DayPerson[] {
  return Array.from({ length: count }, (_unused, index): DayPerson => {
    const userId = `Field${String(index + 1).padStart(3, '0')}`
    const pick = (letters: string, word: string) => letters.charAt(Math.floor(chance(word, userId) * letters.length))
    const second = chance('length', userId) < 0.7 ? pick(GIVEN, 'second') : ''
    return {
      userId,
      name: pick(SURNAMES, 'surname') + pick(GIVEN, 'first') + second,
      group: DAY_GROUPS[index % DAY_GROUPS.length] as DayGroup,
      isLeader: index < DAY_GROUPS.length,
    }
  })
}

/** Adds whoever of them is not there yet, with their departments, leaders and the rule that asks for photos. */
export async function seedDayPeople(tx: Transaction, people: readonly DayPerson[], nowMs: number): Promise<void> {
  const known = new Set(
    (
      await tx.employee.findMany({
        where: { userIdKey: { in: people.map(({ userId }) => userId.toLowerCase()) } },
        select: { userId: true },
      })
    ).map(({ userId }) => userId),
  )
  // They begin with the day that is played: of earlier ones nothing is missing.
  const createdAt = new Date(`${localDate(nowMs - DAY_BOUNDARY_MS, 'Asia/Shanghai')}T00:00:00+08:00`)
  await seedGroups(tx)
  for (const { userId, name, group, isLeader } of people.filter((person) => !known.has(person.userId))) {
    const leader = people.find((person) => person.isLeader && person.group === group)
    await seedEmployee(tx, {
      id: demoEmployeeId(userId),
      userId,
      name,
      position: isLeader ? '服务主管' : '外勤工程师',
      departmentId: group.departmentId,
      createdAt,
      leaders: [demoEmployeeId(isLeader ? 'LiuSiYuan' : (leader?.userId ?? 'LiuSiYuan'))],
      ...(isLeader ? { roles: [['leader', group.departmentId] as const] } : {}),
    })
    if (isLeader) {
      await tx.departmentLeader.create({
        data: { departmentId: group.departmentId, employeeId: demoEmployeeId(userId) },
      })
    }
  }
}

async function seedGroups(tx: Transaction): Promise<void> {
  const standing = await tx.department.findMany({ select: { id: true } })
  const missing = DAY_GROUPS.filter((group) => !standing.some(({ id }) => id === group.departmentId))
  for (const { departmentId, name } of missing) await seedDepartment(tx, { id: departmentId, name, parentId: '20' })
  const asking = missing.filter((group) => group.photos)
  if (asking.length === 0) return
  const field = await tx.ruleVersion.findFirstOrThrow({
    where: { rule: { name: '外勤服务' } },
    select: { weekJson: true },
  })
  await seedRule(tx, {
    id: stableId('demo', 'rule', 'photos'),
    name: '驻场巡检，拜访要拍照',
    week: JSON.parse(field.weekJson) as (string | null)[],
    followsCalendar: true,
    sites: Object.values(DEMO_SITE_IDS),
    policy: { photoFor: ['visit'] },
    assignTo: asking.map(({ departmentId }) => ({
      kind: 'department' as const,
      id: departmentId,
      validFrom: '2025-06-01',
    })),
  })
}
