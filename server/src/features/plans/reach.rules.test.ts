import type { RoleInScope } from '../people/roles.rules'
import { mayPlanFor, reachOf, type Leadership } from './reach.rules'

const departments = [
  { id: 'company', parentId: null },
  { id: 'sales', parentId: 'company' },
  { id: 'sales-south', parentId: 'sales' },
  { id: 'sales-shenzhen', parentId: 'sales-south' },
  { id: 'works', parentId: 'company' },
]
const nobody: Leadership = { departments, ledDepartmentIds: [], directReports: [] }
const leadsSouth: Leadership = { ...nobody, ledDepartmentIds: ['sales-south'] }
const leadsWang: Leadership = { ...nobody, directReports: [{ id: 'wang', departmentId: 'works' }] }

const role = (name: RoleInScope['role'], scopeDepartmentId: string | null = null): RoleInScope => ({
  role: name,
  scopeDepartmentId,
})
const some = (departmentIds: string[], employeeIds: string[] = []) => ({ kind: 'some', departmentIds, employeeIds })

describe('reachOf', () => {
  it.each<[string, readonly RoleInScope[], Leadership, object]>([
    ['staff', [role('staff')], leadsSouth, some([])],
    ['an auditor', [role('auditor')], leadsSouth, some([])],
    ['HR of the company', [role('staff'), role('hr')], nobody, { kind: 'everybody' }],
    ['an admin', [role('admin')], nobody, { kind: 'everybody' }],
    ['HR of sales', [role('hr', 'sales')], nobody, some(['sales', 'sales-south', 'sales-shenzhen'])],
    ['HR of a department that is gone', [role('hr', 'closed')], nobody, some([])],
    [
      'HR of two departments',
      [role('hr', 'sales-shenzhen'), role('hr', 'works')],
      nobody,
      some(['works', 'sales-shenzhen']),
    ],
    [
      'a leader by the organisation',
      [role('leader', 'sales-south')],
      leadsSouth,
      some(['sales-south', 'sales-shenzhen']),
    ],
    ['a leader by a grant', [role('leader', 'works')], nobody, some(['works'])],
    ['a leader of nobody', [role('leader')], nobody, some([])],
    ['a direct leader without department', [role('leader', '-')], leadsWang, some([], ['wang'])],
    [
      'HR of works who leads sales-south',
      [role('hr', 'works'), role('leader', 'sales-south')],
      leadsSouth,
      some(['sales-south', 'sales-shenzhen', 'works']),
    ],
  ])('%s', (_name, roles, leadership, expected) => {
    const reach = reachOf(roles, 'plans.write', leadership)
    const sorted = reach.kind === 'everybody' ? reach : { ...reach, departmentIds: [...reach.departmentIds].sort() }
    const wanted =
      'departmentIds' in expected
        ? { ...expected, departmentIds: [...(expected.departmentIds as string[])].sort() }
        : expected
    expect(sorted).toEqual(wanted)
  })

  it('ends where departments form a loop', () => {
    const loop: Leadership = {
      ...nobody,
      departments: [
        { id: 'a', parentId: 'b' },
        { id: 'b', parentId: 'a' },
      ],
    }
    expect(reachOf([role('hr', 'a')], 'plans.read', loop)).toEqual(some(['a', 'b']))
  })
})

describe('mayPlanFor', () => {
  const li = (roles: readonly RoleInScope[]) => ({ employeeId: 'li', roles })
  it.each<[string, readonly RoleInScope[], Leadership, string, string | null, boolean]>([
    ['a leader, his department', [role('leader', 'sales-south')], leadsSouth, 'chen', 'sales-south', true],
    ['a leader, a department below', [role('leader', 'sales-south')], leadsSouth, 'chen', 'sales-shenzhen', true],
    ['a leader, the department above', [role('leader', 'sales-south')], leadsSouth, 'chen', 'sales', false],
    ['a leader, another department', [role('leader', 'sales-south')], leadsSouth, 'chen', 'works', false],
    ['a leader, someone without department', [role('leader', 'sales-south')], leadsSouth, 'chen', null, false],
    ['a leader, himself', [role('leader', 'sales-south')], leadsSouth, 'li', 'sales-south', false],
    ['a direct leader, his report', [role('leader', '-')], leadsWang, 'wang', 'works', true],
    ['a direct leader, the report’s neighbour', [role('leader', '-')], leadsWang, 'chen', 'works', false],
    ['HR of sales, sales', [role('hr', 'sales')], nobody, 'chen', 'sales-shenzhen', true],
    ['HR of sales, works', [role('hr', 'sales')], nobody, 'chen', 'works', false],
    ['HR of the company, himself', [role('hr')], nobody, 'li', null, true],
    [
      'HR of works who leads sales-south, himself there',
      [role('hr', 'works'), role('leader', 'sales-south')],
      leadsSouth,
      'li',
      'sales-south',
      false,
    ],
    ['an admin, anybody', [role('admin')], nobody, 'chen', null, true],
    ['staff, himself', [role('staff')], nobody, 'li', 'works', false],
  ])('%s', (_name, roles, leadership, id, departmentId, expected) => {
    expect(mayPlanFor(li(roles), { id, departmentId }, leadership)).toBe(expected)
  })
})
