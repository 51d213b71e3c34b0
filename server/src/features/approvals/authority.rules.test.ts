import type { RoleInScope } from '../people/roles.rules'
import type { LevelName } from './approvers.rules'
import { authorityOf, currentApprovers, mayDecide, type AskedPerson, type AuthorityFacts } from './authority.rules'

const ORDER: readonly LevelName[] = ['direct_leader', 'department_leader', 'next_level_up', 'hr', 'admin']
const asked = (employeeId: string, level: number, changes: Partial<AskedPerson> = {}): AskedPerson => ({
  employeeId,
  level,
  onBehalfOf: null,
  employed: true,
  leads: true,
  offices: [],
  ...changes,
})
const role = (name: RoleInScope['role'], scopeDepartmentId: string | null = null): RoleInScope => ({
  role: name,
  scopeDepartmentId,
})
/** Zhang of sales-south asks; his leader is wang, whose delegate is sun. */
const FACTS: AuthorityFacts = {
  requesterId: 'zhang',
  requesterPath: ['south', 'sales'],
  order: ORDER,
  asked: [asked('wang', 1), asked('sun', 1, { onBehalfOf: 'wang' })],
  standIns: [{ leaderId: 'wang', delegateId: 'sun' }],
}
const staff = [role('staff')]

describe('who may decide', () => {
  it.each<[string, string, readonly RoleInScope[], Partial<AuthorityFacts>, string]>([
    ['the requester', 'zhang', staff, {}, 'own_request'],
    ['the requester as HR', 'zhang', [role('hr')], {}, 'own_request'],
    ['the requester as admin', 'zhang', [role('admin')], {}, 'own_request'],
    ['the requester, asked', 'zhang', staff, { asked: [asked('zhang', 1)] }, 'own_request'],
    [
      'the requester as delegate of his leader',
      'zhang',
      staff,
      { standIns: [{ leaderId: 'wang', delegateId: 'zhang' }] },
      'own_request',
    ],
    ['the leader who was asked', 'wang', staff, {}, 'own'],
    ['a leader of the second level', 'wu', staff, { asked: [asked('wang', 1), asked('wu', 2)] }, 'own'],
    ['the leader, gone', 'wang', staff, { asked: [asked('wang', 1, { employed: false })] }, 'none'],
    ['the leader, of others by now', 'wang', staff, { asked: [asked('wang', 1, { leads: false })] }, 'none'],
    ['the delegate', 'sun', staff, {}, 'delegate'],
    ['a delegate named since', 'qian', staff, { standIns: [{ leaderId: 'wang', delegateId: 'qian' }] }, 'delegate'],
    ['the delegate, asked before, revoked', 'sun', staff, { standIns: [] }, 'none'],
    ['the delegate of a leader who left', 'sun', staff, { asked: [asked('wang', 1, { employed: false })] }, 'none'],
    ['the delegate of a leader of others', 'sun', staff, { asked: [asked('wang', 1, { leads: false })] }, 'none'],
    ['the delegate of somebody who was not asked', 'sun', staff, { asked: [asked('wu', 1)] }, 'none'],
    ['the delegate of one who was asked as HR', 'sun', staff, { asked: [asked('wang', 4)] }, 'none'],
    ['company HR', 'li', [role('hr')], {}, 'office'],
    ['HR of sales', 'li', [role('hr', 'sales')], {}, 'office'],
    ['HR of works', 'li', [role('hr', 'works')], {}, 'none'],
    ['HR of sales, for somebody without department', 'li', [role('hr', 'sales')], { requesterPath: [] }, 'none'],
    ['an admin', 'chen', [role('admin')], {}, 'office'],
    ['an admin of works', 'chen', [role('admin', 'works')], {}, 'none'],
    ['HR who was asked and is none any more', 'li', staff, { asked: [asked('li', 4)] }, 'none'],
    ['a leader of the department who was not asked', 'wu', [role('leader', 'south')], {}, 'none'],
    ['an auditor', 'wu', [role('auditor')], {}, 'none'],
    ['anybody', 'wu', staff, {}, 'none'],
  ])('%s', (_name, employeeId, roles, changes, kind) => {
    const authority = authorityOf({ employeeId, roles }, { ...FACTS, ...changes })
    expect(authority.kind).toBe(kind)
    expect(mayDecide(authority)).toBe(kind !== 'none' && kind !== 'own_request')
  })

  it('names whose authority a delegate uses', () => {
    expect(authorityOf({ employeeId: 'sun', roles: staff }, FACTS)).toEqual({ kind: 'delegate', onBehalfOf: 'wang' })
  })
})

describe('the approvers of now', () => {
  const rows = (changes: Partial<AuthorityFacts>) =>
    currentApprovers({ ...FACTS, ...changes }).map(
      ({ employeeId, level, onBehalfOf }) => `${level} ${employeeId}${onBehalfOf === null ? '' : ` for ${onBehalfOf}`}`,
    )
  it.each<[string, Partial<AuthorityFacts>, string[]]>([
    ['a leader and his delegate', {}, ['1 wang', '1 sun for wang']],
    ['without the delegation', { standIns: [] }, ['1 wang']],
    ['without one who leads others by now', { asked: [asked('wang', 1, { leads: false })] }, []],
    ['without the leader', { asked: [asked('wang', 1, { employed: false })] }, []],
    [
      'HR with the office, not without',
      { asked: [asked('wang', 1), asked('li', 4, { offices: [role('hr', 'sales')] }), asked('qian', 4)], standIns: [] },
      ['1 wang', '4 li'],
    ],
    [
      'one who stands in and is asked himself, in his own name',
      { asked: [asked('wang', 1), asked('sun', 2)] },
      ['1 wang', '2 sun'],
    ],
    ['never the requester', { asked: [asked('zhang', 1)], standIns: [] }, []],
  ])('%s', (_name, changes, expected) => expect(rows(changes)).toEqual(expected))
})
