import { problemsTogether, readHeader, readMember } from './csv-line.rules'
import { organisationOf } from './csv-organisation.rules'

const TITLES = ['账号', '姓名', '部门', '职务', '直属上级', '部门负责人', '工号']
const { header } = readHeader(1, TITLES)
const read = (...cells: string[]) => readMember(header, 7, cells)

describe('readHeader', () => {
  it('knows both languages, in any order', () => {
    expect(readHeader(1, [' UserID ', 'department', 'name'])).toEqual({
      header: { userId: 0, department: 1, name: 2 },
      problems: [],
    })
  })

  it.each([
    [['账号', '姓名'], '缺少列「部门」或「department」'],
    [[...TITLES, '手机'], '不认识的列「手机」'],
    [[...TITLES, 'name'], '列「姓名」出现了两次'],
  ])('%j', (titles, text) => {
    expect(readHeader(1, titles).problems).toEqual([{ line: 1, text }])
  })
})

describe('readMember', () => {
  it('reads a line', () => {
    expect(read('ZhangSan', ' 张三 ', '总公司/服务中心 / 一部', '工程师', 'Li; wang；', '是', '007')).toEqual({
      member: {
        ...{ line: 7, userId: 'ZhangSan', name: '张三', departmentPath: ['总公司', '服务中心', '一部'] },
        ...{ position: '工程师', directLeaders: ['Li', 'wang'], leadsDepartment: true, employeeNumber: '007' },
      },
      problems: [],
    })
  })

  it('does not tell what has no column', () => {
    const short = readHeader(1, TITLES.slice(0, 3)).header
    expect(readMember(short, 2, ['a', '张三', '总公司']).member).toMatchObject({
      ...{ position: null, directLeaders: null, leadsDepartment: null, employeeNumber: null },
    })
  })

  it.each([
    [['', '张三', '总公司'], '账号为空'],
    [['张 三', '张三', '总公司'], '账号「张 三」只能用字母、数字和 _-@.，不超过 64 个字符'],
    [['a', '', '总公司'], '姓名为空'],
    [['a', '张'.repeat(101), '总公司'], '姓名超过 100 个字'],
    [['a', '张\n三', '总公司'], '姓名含有换行或控制字符'],
    [['a', '张三', ''], '部门为空'],
    [['a', '张三', '总公司//一部'], '部门「总公司//一部」里有空的一级'],
    [['a', '张三', '总公司', '', 'A'], '直属上级是本人'],
    [['a', '张三', '总公司', '', '', '也许'], '部门负责人「也许」应为「是」或「否」'],
  ])('%j', (cells, text) => {
    expect(read(...cells).problems).toEqual([{ line: 7, text }])
  })
})

it('finds userids that come twice and leaders that are nowhere', () => {
  const member = (line: number, userId: string, ...leaders: string[]) => ({
    ...readMember(header, line, [userId, '名', '总公司', '', leaders.join(';')]).member,
  })
  expect(problemsTogether([member(2, 'A', 'b'), member(3, 'B', 'x'), member(4, 'a')])).toEqual([
    { line: 4, text: '账号「a」与第 2 行重复' },
    { line: 3, text: '直属上级「x」不在文件里' },
  ])
})

it('finds stored departments by their paths, and adds the others', () => {
  const members = [
    read('a', '张三', '总公司/服务中心/一部', '', '', '是').member,
    read('b', '李四', '总公司/研发').member,
  ]
  const stored = [
    { id: '1', name: '总公司', parentId: null },
    { id: '20', name: '服务中心', parentId: '1' },
    { id: '9', name: '研发', parentId: '20' },
  ]
  let count = 0
  const { departments, members: told } = organisationOf(members, stored, () => `new-${++count}`)
  expect(departments).toEqual([
    { id: '1', name: '总公司', parentId: null, leaderUserIds: [] },
    { id: '20', name: '服务中心', parentId: '1', leaderUserIds: [] },
    { id: 'new-1', name: '一部', parentId: '20', leaderUserIds: [] },
    { id: 'new-2', name: '研发', parentId: '1', leaderUserIds: [] },
  ])
  expect(told.map(({ mainDepartmentId, leadsDepartmentIds }) => [mainDepartmentId, leadsDepartmentIds])).toEqual([
    ['new-1', ['new-1']],
    ['new-2', []],
  ])
})
