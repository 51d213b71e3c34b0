import { isWithinReach, reachOf, type Leadership, type Reach } from './reach.rules'
import type { RoleInScope } from './roles.rules'

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

describe('isWithinReach', () => {
  const sales: Reach = { kind: 'some', departmentIds: ['sales'], employeeIds: ['wang'] }
  it.each<[string, Reach, string, string | null, boolean]>([
    ['everybody, anybody', { kind: 'everybody' }, 'chen', null, true],
    ['a department, its people', sales, 'chen', 'sales', true],
    ['a department, others', sales, 'chen', 'works', false],
    ['a department, someone without one', sales, 'chen', null, false],
    ['a person, wherever he is', sales, 'wang', null, true],
  ])('%s', (_name, reach, id, departmentId, expected) => {
    expect(isWithinReach(reach, { id, departmentId })).toBe(expected)
  })
})
