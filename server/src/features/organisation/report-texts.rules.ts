/** What a synchronisation or a dry run prints. */
import type { CsvProblem } from './csv-line.rules'
import type { GuardVerdict } from './leaver-guard.rules'
import type { ChangedField, OrganisationDiff, PersonChange } from './organisation-diff.rules'
import type { LeaveReason, SourceIssue } from './organisation.rules'

/** Of each kind; the count stands beside it. */
const MOST_NAMES = 100
const MOST_PROBLEMS = 50

const REASONS: Readonly<Record<LeaveReason, string>> = {
  gone: '名册里没有了',
  disabled: '已禁用或已离职',
  unreadable: '应用看不到此人，检查可见范围',
}

const FIELDS: Readonly<Record<ChangedField, string>> = {
  userId: '账号',
  name: '姓名',
  position: '职务',
  employeeNumber: '工号',
  departmentId: '部门',
  leaders: '直属上级',
  leadsDepartments: '负责的部门',
}

const ISSUES: Readonly<Record<SourceIssue['kind'], (issue: SourceIssue) => string>> = {
  department_ring: ({ id, other }) => `部门 ${id} 的上级 ${other} 绕成了圈，没有采用`,
  department_twice: ({ id }) => `部门 ${id} 出现两次，采用第一个`,
  unknown_parent: ({ id, other }) => `部门 ${id} 的上级 ${other} 不存在或看不到`,
  member_twice: ({ id, other }) => `账号 ${id} 与 ${other} 只是大小写不同，采用第一个`,
  unreadable_member: ({ id }) => `应用看不到 ${id}，没有录入；检查可见范围`,
  unknown_department: ({ id, other }) => `${id} 的部门 ${other} 不存在或看不到`,
  unknown_leader: ({ id, other }) => `${id} 的直属上级 ${other} 不在名册里，没有采用`,
  self_leader: ({ id }) => `${id} 的直属上级是本人，没有采用`,
  leader_ring: ({ id, other }) => `${id} 与直属上级 ${other} 互为上级，没有采用`,
}

const GUARD: Readonly<Record<Exclude<GuardVerdict, 'ok'>, (diff: OrganisationDiff) => string>> = {
  NOBODY_SEEN: () => '一个人也看不到',
  MANY_WOULD_LEAVE: ({ left, employedCount }) => `在职 ${employedCount} 人里有 ${left.length} 人会变成离职`,
}

/** Counts and names of each kind of change, with the reasons. */
export function diffTexts(diff: OrganisationDiff): readonly string[] {
  const { departments, people, left, issues, unchangedCount } = diff
  const of = (kind: PersonChange['kind']) => people.filter((change) => change.kind === kind)
  const person = ({ name, userId }: { readonly name: string; readonly userId: string }) => `${name}（${userId}）`
  return [
    `看到 ${diff.seenCount} 人；原有在职 ${diff.employedCount} 人，其中 ${unchangedCount} 人没有变化`,
    ...block(
      '新增部门',
      departments.added.map(({ id, name }) => `${name}（${id}）`),
    ),
    ...block(
      '部门变化',
      departments.changed.map(({ from, to }) => departmentText(from, to)),
    ),
    ...block(
      '撤销部门（仍被引用的会保留）',
      departments.gone.map(({ id, name }) => `${name}（${id}）`),
    ),
    ...block(
      '入职',
      of('joined').map(({ row }) => person(row)),
    ),
    ...block(
      '回来',
      of('returned').map(({ row }) => `${person(row)}：须重新绑定手机`),
    ),
    ...block(
      '变化',
      of('changed').map(({ row, fields }) => `${person(row)}：${fields.map((one) => FIELDS[one]).join('、')}`),
    ),
    ...block(
      '离职',
      left.map((leaver) => `${person(leaver.person)}：${REASONS[leaver.reason]}`),
    ),
    ...block(
      '来源里的问题',
      issues.map((issue) => ISSUES[issue.kind](issue)),
    ),
  ]
}

/** Empty when nothing is refused. */
export function guardTexts(guard: GuardVerdict, diff: OrganisationDiff): readonly string[] {
  if (guard === 'ok') return []
  return [`${GUARD[guard](diff)}：多半是应用的可见范围或权限变了，或者文件不全。`, '先查清楚；确实如此，再加 --force']
}

export function problemTexts(problems: readonly CsvProblem[]): readonly string[] {
  const shown = problems.slice(0, MOST_PROBLEMS)
  const more = problems.length - shown.length
  return [
    `文件有 ${problems.length} 处问题，什么也没有改：`,
    ...shown.map(({ line, text }) => `  ${line === null ? '' : `第 ${line} 行：`}${text}`),
    ...(more > 0 ? [`  …另有 ${more} 处`] : []),
  ]
}

function departmentText(
  from: { readonly id: string; readonly name: string; readonly parentId: string | null },
  to: { readonly name: string; readonly parentId: string | null },
): string {
  const renamed = from.name === to.name ? from.name : `${from.name} → ${to.name}`
  const moved = from.parentId === to.parentId ? '' : `，上级 ${from.parentId ?? '无'} → ${to.parentId ?? '无'}`
  return `${renamed}（${from.id}）${moved}`
}

function block(title: string, lines: readonly string[]): readonly string[] {
  const shown = lines.slice(0, MOST_NAMES)
  const more = lines.length - shown.length
  return [`${title}\t${lines.length}`, ...shown.map((line) => `  ${line}`), ...(more > 0 ? [`  …另有 ${more}`] : [])]
}
