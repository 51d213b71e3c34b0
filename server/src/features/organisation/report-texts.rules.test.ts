import type { OrganisationDiff } from './organisation-diff.rules'
import { diffTexts, guardTexts, problemTexts } from './report-texts.rules'

const row = (userId: string, name: string) => ({
  ...{ userId, name, position: null, employeeNumber: null, departmentId: '1' },
})
const stored = (userId: string, name: string) => ({
  ...{ ...row(userId, name), employeeId: userId, leaderIds: [], leadsDepartmentIds: [], leftAtMs: null },
})
const placed = { leaderKeys: [], leadsDepartmentIds: [] }
const DIFF: OrganisationDiff = {
  departments: {
    added: [{ id: '3', name: '质检', parentId: '1' }],
    changed: [{ from: { id: '2', name: '服务', parentId: '1' }, to: { id: '2', name: '服务中心', parentId: null } }],
    gone: [],
  },
  people: [
    { kind: 'joined', from: null, row: row('lina', '李娜'), fields: [], ...placed },
    { kind: 'changed', from: stored('li', '李'), row: row('li', '李四'), fields: ['name', 'leaders'], ...placed },
  ],
  left: [
    { person: stored('zhou', '周立'), reason: 'gone' },
    { person: stored('wu', '吴冰'), reason: 'disabled' },
  ],
  unchangedCount: 7,
  employedCount: 10,
  seenCount: 9,
  issues: [{ kind: 'unknown_leader', id: 'li', other: 'nobody' }],
}

it('prints counts, names and reasons', () => {
  expect(diffTexts(DIFF)).toEqual([
    '看到 9 人；原有在职 10 人，其中 7 人没有变化',
    '新增部门\t1',
    '  质检（3）',
    '部门变化\t1',
    '  服务 → 服务中心（2），上级 1 → 无',
    '撤销部门（仍被引用的会保留）\t0',
    '入职\t1',
    '  李娜（lina）',
    '回来\t0',
    '变化\t1',
    '  李四（li）：姓名、直属上级',
    '离职\t2',
    '  周立（zhou）：名册里没有了',
    '  吴冰（wu）：已禁用或已离职',
    '来源里的问题\t1',
    '  li 的直属上级 nobody 不在名册里，没有采用',
  ])
})

it('says why it refuses', () => {
  expect(guardTexts('ok', DIFF)).toEqual([])
  expect(guardTexts('MANY_WOULD_LEAVE', DIFF)[0]).toContain('在职 10 人里有 2 人会变成离职')
  expect(guardTexts('NOBODY_SEEN', DIFF).join()).toContain('--force')
})

it('shows the first of many', () => {
  const problems = Array.from({ length: 60 }, (_, index) => ({ line: index + 2, text: '姓名为空' }))
  const texts = problemTexts(problems)
  expect(texts).toHaveLength(52)
  expect([texts[1], texts[51]]).toEqual(['  第 2 行：姓名为空', '  …另有 10 处'])
})
