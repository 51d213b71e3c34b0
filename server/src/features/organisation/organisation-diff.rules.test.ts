import { diffOrganisation, type PersonChange } from './organisation-diff.rules'
import type {
  SourceDepartment,
  SourceIssue,
  SourceMember,
  SourceOrganisation,
  StoredDepartment,
  StoredOrganisation,
  StoredPerson,
} from './organisation.rules'

const department = (id: string, parentId: string | null = '1', changes: Partial<SourceDepartment> = {}) => ({
  ...{ id, name: `部门${id}`, parentId, leaderUserIds: [] },
  ...changes,
})
const storedDepartment = (id: string, parentId: string | null = '1'): StoredDepartment => ({
  ...{ id, name: `部门${id}`, parentId },
})
const TREE = [department('1', null), department('20'), department('21', '20')]
const STORED_TREE = [storedDepartment('1', null), storedDepartment('20'), storedDepartment('21', '20')]

const member = (userId: string, changes: Partial<SourceMember> = {}): SourceMember => ({
  ...{ userId, name: `名${userId}`, position: '', employeeNumber: null },
  ...{ departmentIds: ['20'], mainDepartmentId: '20', leadsDepartmentIds: [], directLeaderUserIds: [] },
  ...changes,
})
const person = (userId: string, changes: Partial<StoredPerson> = {}): StoredPerson => ({
  ...{ employeeId: `id-${userId.toLowerCase()}`, userId, name: `名${userId}`, position: null, employeeNumber: null },
  ...{ departmentId: '20', leaderIds: [], leadsDepartmentIds: [], leftAtMs: null },
  ...changes,
})

interface Case {
  readonly name: string
  readonly source?: Partial<SourceOrganisation>
  readonly stored?: Partial<StoredOrganisation>
  readonly people?: readonly Partial<PersonChange>[]
  readonly left?: readonly (readonly [string, string])[]
  readonly added?: readonly string[]
  readonly changed?: readonly (readonly [string, string | null])[]
  readonly gone?: readonly string[]
  readonly issues?: readonly SourceIssue[]
}

const A = [member('A')]
const CASES: readonly Case[] = [
  { name: 'nothing changed', source: { members: A }, stored: { people: [person('A')] } },
  {
    name: 'joins, with leaders and departments led',
    source: {
      members: [member('A'), member('B', { directLeaderUserIds: ['a'], leadsDepartmentIds: ['21'] })],
    },
    stored: { people: [person('A')] },
    people: [{ kind: 'joined', from: null, leaderKeys: ['a'], leadsDepartmentIds: ['21'] }],
  },
  {
    name: 'joins without a name or a known department',
    source: { members: [member('A', { name: null, departmentIds: ['99'], mainDepartmentId: '99' })] },
    people: [
      {
        kind: 'joined',
        row: { ...{ userId: 'A', name: 'A', position: null, employeeNumber: null, departmentId: null } },
      },
    ],
    issues: [{ kind: 'unknown_department', id: 'A', other: '99' }],
  },
  {
    name: 'what the source does not tell stays',
    source: {
      members: [
        member('A', {
          ...{ name: null, position: null, departmentIds: [], mainDepartmentId: null },
          ...{ directLeaderUserIds: null, leadsDepartmentIds: null },
        }),
        member('B'),
      ],
    },
    stored: {
      people: [
        person('A', {
          ...{ name: '老名', position: '工程师', employeeNumber: '7', departmentId: '21' },
          ...{ leaderIds: ['id-b'], leadsDepartmentIds: ['21'] },
        }),
        person('B'),
      ],
    },
  },
  {
    name: 'an empty position is none; names are cut to what fits',
    source: { members: [member('A', { position: '', name: '长'.repeat(120) })] },
    stored: { people: [person('A', { position: '工程师' })] },
    people: [{ kind: 'changed', fields: ['name', 'position'] }],
  },
  {
    name: 'moves, first to the main department, else to another known one',
    source: { members: [member('A', { mainDepartmentId: '21' }), member('B', { mainDepartmentId: '99' })] },
    stored: { people: [person('A'), person('B', { departmentId: '1' })] },
    people: [
      { kind: 'changed', fields: ['departmentId'], row: expect.objectContaining({ departmentId: '21' }) as never },
      { kind: 'changed', fields: ['departmentId'], row: expect.objectContaining({ departmentId: '20' }) as never },
    ],
    issues: [{ kind: 'unknown_department', id: 'B', other: '99' }],
  },
  {
    name: 'the same userid in another case is the same person',
    source: { members: [member('zhangsan', { name: '名ZhangSan' })] },
    stored: { people: [person('ZhangSan')] },
    people: [{ kind: 'changed', fields: ['userId'] }],
  },
  {
    name: 'twins in the source: the first counts',
    source: { members: [member('A'), member('a', { name: '另一个' })] },
    stored: { people: [person('A')] },
    issues: [{ kind: 'member_twice', id: 'A', other: 'a' }],
  },
  {
    name: 'leaves: gone, disabled, unreadable; a stranger that cannot be read is reported',
    source: {
      members: A,
      absent: [
        { userId: 'c', reason: 'disabled' },
        { userId: 'D', reason: 'unreadable' },
        { userId: 'E', reason: 'unreadable' },
      ],
    },
    stored: { people: ['A', 'B', 'C', 'D'].map((id) => person(id)) },
    left: [
      ['B', 'gone'],
      ['C', 'disabled'],
      ['D', 'unreadable'],
    ],
    issues: [{ kind: 'unreadable_member', id: 'E', other: null }],
  },
  {
    name: 'who left before does not leave again',
    source: { members: A },
    stored: { people: [person('A'), person('B', { leftAtMs: 1 })] },
  },
  {
    name: 'comes back',
    source: { members: A },
    stored: { people: [person('A', { leftAtMs: 1 })] },
    people: [{ kind: 'returned', fields: [] }],
  },
  {
    name: 'not whole: nobody leaves but who is named',
    source: { members: [], isWhole: false, departments: null, absent: [{ userId: 'b', reason: 'gone' }] },
    stored: { people: [person('A'), person('B')] },
    left: [['B', 'gone']],
  },
  {
    name: 'not whole: leaders are those who are stored and stay',
    source: { members: [member('A', { directLeaderUserIds: ['B', 'C'] })], isWhole: false, departments: null },
    stored: { people: [person('A'), person('B'), person('C', { leftAtMs: 1 })] },
    people: [{ kind: 'changed', fields: ['leaders'], leaderKeys: ['b'] }],
    issues: [{ kind: 'unknown_leader', id: 'A', other: 'C' }],
  },
  {
    name: 'leads by its own word and by the department’s',
    source: {
      departments: [department('1', null), department('20', '1', { leaderUserIds: ['a'] }), department('21', '20')],
      members: [member('A', { leadsDepartmentIds: ['21', '20', '98'] })],
    },
    stored: { people: [person('A')] },
    people: [{ kind: 'changed', fields: ['leadsDepartments'], leadsDepartmentIds: ['21', '20'] }],
  },
  {
    name: 'leaders who are unknown, oneself, or who leave',
    source: { members: [member('A', { directLeaderUserIds: ['A', 'X', 'B'] })] },
    stored: { people: [person('A', { leaderIds: ['id-b'] }), person('B')] },
    people: [{ kind: 'changed', fields: ['leaders'], leaderKeys: [] }],
    left: [['B', 'gone']],
    issues: [
      { kind: 'self_leader', id: 'A', other: null },
      { kind: 'unknown_leader', id: 'A', other: 'X' },
      { kind: 'unknown_leader', id: 'A', other: 'B' },
    ],
  },
  {
    name: 'leaders in a ring are not followed; one outside is',
    source: {
      members: [
        member('A', { directLeaderUserIds: ['B', 'D'] }),
        member('B', { directLeaderUserIds: ['C'] }),
        member('C', { directLeaderUserIds: ['A'] }),
        member('D'),
        member('E', { directLeaderUserIds: ['A'] }),
      ],
    },
    stored: { people: ['A', 'B', 'C', 'D', 'E'].map((id) => person(id)) },
    people: [
      { fields: ['leaders'], leaderKeys: ['d'] },
      { fields: ['leaders'], leaderKeys: ['a'] },
    ],
    issues: [
      { kind: 'leader_ring', id: 'A', other: 'b' },
      { kind: 'leader_ring', id: 'B', other: 'c' },
      { kind: 'leader_ring', id: 'C', other: 'a' },
    ],
  },
  {
    name: 'departments: new ones below their parents, renamed, moved, gone from the leaves up',
    source: {
      departments: [
        department('32', '31'),
        department('1', null, { name: '新公司' }),
        department('31', '30'),
        department('30', '1'),
      ],
    },
    added: ['30', '31', '32'],
    changed: [['1', null]],
    gone: ['21', '20'],
  },
  {
    name: 'a department moves',
    source: { departments: [department('1', null), department('20'), department('21', '1')] },
    changed: [['21', '1']],
  },
  {
    name: 'a department without a name keeps the one it has',
    source: { departments: [department('1', null, { name: ' ' }), department('20'), department('21', '20')] },
  },
  {
    name: 'departments in a ring, below themselves, below nobody, or twice stay where they are',
    source: {
      departments: [
        department('1', null),
        department('20', '21'),
        department('21', '20'),
        department('22', '22'),
        department('23', '99'),
        department('1', '20'),
      ],
    },
    added: ['22', '23'],
    issues: [
      { kind: 'department_twice', id: '1', other: null },
      { kind: 'department_ring', id: '20', other: '21' },
      { kind: 'department_ring', id: '21', other: '20' },
      { kind: 'department_ring', id: '22', other: '22' },
      { kind: 'unknown_parent', id: '23', other: '99' },
    ],
  },
]

it.each(CASES.map((one) => [one.name, one] as const))('%s', (_, { source, stored, ...expected }) => {
  const diff = diffOrganisation(
    { departments: TREE, members: [], absent: [], isWhole: true, ...source },
    { departments: STORED_TREE, people: [], ...stored },
  )
  expect(diff.issues).toEqual(expected.issues ?? [])
  expect(diff.people).toEqual((expected.people ?? []).map((change) => expect.objectContaining(change) as unknown))
  expect(diff.left.map((leaver) => [leaver.person.userId, leaver.reason])).toEqual(expected.left ?? [])
  const { added, changed, gone } = diff.departments
  expect(added.map(({ id }) => id)).toEqual(expected.added ?? [])
  expect(changed.map(({ to }) => [to.id, to.parentId])).toEqual(expected.changed ?? [])
  expect(gone.map(({ id }) => id)).toEqual(expected.gone ?? [])
})

it('counts', () => {
  const diff = diffOrganisation(
    {
      departments: TREE,
      members: [member('A'), member('B', { position: 'x' }), member('N')],
      absent: [],
      isWhole: true,
    },
    { departments: STORED_TREE, people: [person('A'), person('B'), person('C'), person('L', { leftAtMs: 1 })] },
  )
  expect(diff).toMatchObject({ seenCount: 3, employedCount: 3, unchangedCount: 1 })
})

it('brings a ring that is stored to its end, and changes nothing when told the same again', () => {
  const members = [member('A', { directLeaderUserIds: ['B'] }), member('B', { directLeaderUserIds: ['A'] })]
  const source = { departments: TREE, members, absent: [], isWhole: true }
  const ring = [person('A', { leaderIds: ['id-b'] }), person('B', { leaderIds: ['id-a'] })]
  expect(diffOrganisation(source, { departments: STORED_TREE, people: ring }).people).toHaveLength(2)
  expect(diffOrganisation(source, { departments: STORED_TREE, people: [person('A'), person('B')] }).people).toEqual([])
})
