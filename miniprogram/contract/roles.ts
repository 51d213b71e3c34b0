/** Roles and what they may do, as data. A person can hold several roles; a grant may be limited to a department. */

export const ROLES = ['staff', 'leader', 'hr', 'auditor', 'admin'] as const
export type Role = (typeof ROLES)[number]

export const PERMISSIONS = {
  /** Everything about oneself: check in, own record, own devices, consent. */
  'self.use': ['staff', 'leader', 'hr', 'auditor', 'admin'],
  'team.read': ['leader', 'hr', 'admin'],
  'approvals.decide': ['leader', 'hr', 'admin'],
  'people.read': ['leader', 'hr', 'auditor', 'admin'],
  'sites.read': ['leader', 'hr', 'auditor', 'admin'],
  'sites.write': ['hr', 'admin'],
  'plans.read': ['leader', 'hr', 'admin'],
  'plans.write': ['leader', 'hr', 'admin'],
  'rules.read': ['hr', 'auditor', 'admin'],
  'rules.write': ['hr', 'admin'],
  'devices.read': ['hr', 'auditor', 'admin'],
  'devices.revoke': ['hr', 'admin'],
  'records.read': ['leader', 'hr', 'auditor', 'admin'],
  /** Another person's exact place or photo: each look is audited. */
  'records.read_place': ['hr', 'auditor'],
  'reports.export': ['hr'],
  'outages.read': ['hr', 'auditor', 'admin'],
  'outages.write': ['hr', 'admin'],
  'logs.search': ['auditor', 'admin'],
  'audit.read': ['auditor', 'admin'],
  'roles.grant': ['admin'],
  'integrations.manage': ['admin'],
  'privacy.publish': ['admin'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof PERMISSIONS

export function mayDo(roles: readonly Role[], permission: Permission): boolean {
  const allowed: readonly Role[] = PERMISSIONS[permission]
  return roles.some((role) => allowed.includes(role))
}
