import type { Database } from '../src/adapters/database/database'

/** 2026-11-18 08:52:09 in Shanghai. */
export const NOW_MS = Date.UTC(2026, 10, 18, 0, 52, 9)

/** In the database with these ids; `zhou` has left. HR's scope is `sales`. */
export const PEOPLE = {
  zhang: { id: '0190a000-0000-7000-8000-000000000001', userId: 'ZhangMin', name: '张敏', departmentId: 'south' },
  wang: { id: '0190a000-0000-7000-8000-000000000002', userId: 'wangjianguo', name: '王建国', departmentId: 'sales' },
  li: { id: '0190a000-0000-7000-8000-000000000003', userId: 'liting', name: '李婷', departmentId: 'office' },
  chen: { id: '0190a000-0000-7000-8000-000000000004', userId: 'chenlei', name: '陈磊', departmentId: 'office' },
  zhou: { id: '0190a000-0000-7000-8000-000000000005', userId: 'zhouqi', name: '周琪', departmentId: 'south' },
} as const

/** A small company: a leader, an HR of one department, an admin, a leaver; a privacy notice, and nobody's consent. */
export async function storePeople(database: Database): Promise<void> {
  const createdAt = new Date(Date.UTC(2026, 9, 1))
  await database.write(async (tx) => {
    await tx.department.create({ data: { id: 'sales', name: '销售部' } })
    await tx.department.create({ data: { id: 'south', name: '华南组', parentId: 'sales' } })
    await tx.department.create({ data: { id: 'office', name: '人事行政部' } })
    for (const person of Object.values(PEOPLE)) {
      const leftAt = person.userId === 'zhouqi' ? new Date(NOW_MS) : null
      await tx.employee.create({ data: { ...person, userIdKey: person.userId.toLowerCase(), createdAt, leftAt } })
    }
    await tx.departmentLeader.create({ data: { departmentId: 'sales', employeeId: PEOPLE.wang.id } })
    await tx.employeeLeader.create({ data: { employeeId: PEOPLE.zhang.id, leaderId: PEOPLE.wang.id } })
    const grant = { grantedBy: 'operator', grantedAt: createdAt }
    const [hr, admin] = ['0190b000-0000-7000-8000-000000000001', '0190b000-0000-7000-8000-000000000002'] as const
    await tx.roleGrant.create({
      data: { id: hr, employeeId: PEOPLE.li.id, role: 'hr', scopeDepartmentId: 'sales', ...grant },
    })
    await tx.roleGrant.create({
      data: { id: admin, employeeId: PEOPLE.chen.id, role: 'admin', scopeDepartmentId: null, ...grant },
    })
    await tx.consentNotice.create({
      data: { version: 1, publishedAt: createdAt, title: '隐私告知', text: '只在签到时取位置。' },
    })
  })
}
