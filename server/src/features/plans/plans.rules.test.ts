import type { Leadership } from '../people/reach.rules'
import type { RoleInScope } from '../people/roles.rules'
import { mayPlanFor, planDayProblem } from './plans.rules'

describe('planDayProblem', () => {
  // In Shanghai it is the 19th already, in Honolulu the 18th until ten in the evening UTC.
  const now = Date.UTC(2026, 10, 18, 20)
  it.each([
    ['2026-11-16', /已经过去/],
    ['2026-11-17', null],
    ['2026-11-18', null],
    ['2026-11-19', null],
    ['2027-11-19', null],
    ['2027-11-20', /最多提前 366 天安排，2027-11-20 还有 367 天/],
  ])('%s', (workDay, expected) => {
    const problem = planDayProblem(workDay, now)
    if (expected === null) expect(problem).toBeNull()
    else expect(problem).toEqual({ path: 'workDay', problem: expect.stringMatching(expected) })
  })
})

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
