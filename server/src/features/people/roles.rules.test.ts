import { PERMISSIONS, ROLES, mayDo, type Permission, type Role } from '#contract/roles'
import {
  DIRECT_REPORTS_ONLY,
  effectiveRoles,
  mayDoFor,
  permissionsOf,
  roleNames,
  type RoleInScope,
} from './roles.rules'

/** Columns: staff, leader, hr, auditor, admin. Written out, so that a change of the contract shows here. */
const MATRIX: Readonly<Record<Permission, string>> = {
  'self.use': 'SLHUA',
  'team.read': '-LH-A',
  'approvals.decide': '-LH-A',
  'people.read': '-LHUA',
  'sites.read': '-LHUA',
  'sites.write': '--H-A',
  'plans.read': '-LH-A',
  'plans.write': '-LH-A',
  'rules.read': '--HUA',
  'rules.write': '--H-A',
  'devices.read': '--HUA',
  'devices.revoke': '--H-A',
  'records.read': '-LHUA',
  'records.read_place': '--HU-',
  'reports.export': '--H--',
  'outages.read': '--HUA',
  'outages.write': '--H-A',
  'logs.search': '---UA',
  'audit.read': '---UA',
  'roles.grant': '----A',
  'integrations.manage': '----A',
  'privacy.publish': '----A',
}
const CELLS = (Object.keys(MATRIX) as Permission[]).flatMap((permission) =>
  ROLES.map((role, column): [Role, Permission, boolean] => [role, permission, MATRIX[permission][column] !== '-']),
)

describe('roles and permissions', () => {
  it.each(CELLS)('%s: %s is %s', (role, permission, allowed) => {
    expect(mayDo([role], permission)).toBe(allowed)
  })

  it('leaves no permission and no role out', () => {
    expect(Object.keys(MATRIX)).toEqual(Object.keys(PERMISSIONS))
    expect(CELLS).toHaveLength(ROLES.length * Object.keys(PERMISSIONS).length)
  })

  it('adds up what several roles allow, and gives nothing to none', () => {
    expect(permissionsOf(['staff'])).toEqual(['self.use'])
    expect(permissionsOf([])).toEqual([])
    expect(permissionsOf(['hr', 'admin'])).toEqual(Object.keys(PERMISSIONS))
    expect(permissionsOf(['leader', 'auditor'])).not.toContain('rules.write')
  })
})

const NOBODY = { grants: [], leadsDepartmentIds: [], hasDirectReports: false }
const one = (role: Role, scopeDepartmentId: string | null): RoleInScope => ({ role, scopeDepartmentId })

describe('effectiveRoles', () => {
  it.each([
    ['everyone is staff', NOBODY, [one('staff', null)]],
    [
      'a department leader leads it',
      { ...NOBODY, leadsDepartmentIds: ['south', 'north'] },
      [one('staff', null), one('leader', 'south'), one('leader', 'north')],
    ],
    [
      'a direct leader without department leads no department',
      { ...NOBODY, hasDirectReports: true },
      [one('staff', null), one('leader', DIRECT_REPORTS_ONLY)],
    ],
    [
      'who leads a department and people leads the department',
      { ...NOBODY, leadsDepartmentIds: ['south'], hasDirectReports: true },
      [one('staff', null), one('leader', 'south')],
    ],
    [
      'grants stand beside, each pair once',
      {
        grants: [one('admin', null), one('hr', 'south'), one('leader', 'south')],
        leadsDepartmentIds: ['south'],
        hasDirectReports: false,
      },
      [one('staff', null), one('leader', 'south'), one('hr', 'south'), one('admin', null)],
    ],
  ])('%s', (_what, facts, expected) => {
    expect(effectiveRoles(facts)).toEqual(expected)
  })

  it('names each role once', () => {
    expect(roleNames([one('hr', 'a'), one('staff', null), one('hr', 'b')])).toEqual(['staff', 'hr'])
  })
})

describe('mayDoFor', () => {
  const hrOfSales = [one('staff', null), one('hr', 'sales')]
  it.each([
    ['within the scope', hrOfSales, ['south', 'sales'], true],
    ['outside', hrOfSales, ['office'], false],
    ['somebody without department', hrOfSales, [], false],
    ['company-wide', [one('hr', null)], [], true],
    ['a role without the right', [one('leader', null)], ['south'], false],
    [
      'a wide role without it beside a narrow one with it',
      [one('leader', null), one('hr', 'sales')],
      ['office'],
      false,
    ],
  ])('devices.revoke %s', (_what, roles, path, allowed) => {
    expect(mayDoFor(roles, 'devices.revoke', path)).toBe(allowed)
  })
})
