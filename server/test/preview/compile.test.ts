import { compileMiniProgram } from '../../preview/compile/compile'
import { formatProblem } from '../../preview/compile/problem'
import { packNpm } from '../../preview/check/pack'
import { packageSizes } from '../../preview/check/package-size'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { SAMPLE, writeSample } from './sample-app'

async function problemsOf(changes: Readonly<Record<string, string | null>>): Promise<string[]> {
  const folder = writeSample(changes)
  try {
    return (await compileMiniProgram(folder.path)).problems.map((problem) => formatProblem(problem))
  } finally {
    folder.remove()
  }
}

const home = (from: string, to: string) => ({ 'pages/home/home.wxml': changed('pages/home/home.wxml', from, to) })

function changed(path: string, from: string, to: string): string {
  const text = SAMPLE[path] ?? ''
  if (!text.includes(from)) throw new Error(`${path} does not say ${from}`)
  return text.replace(from, to)
}

describe('compileMiniProgram', () => {
  it('finds nothing wrong with what is right', async () => {
    expect(await problemsOf({})).toEqual([])
  })

  it.each<[string, Readonly<Record<string, string | null>>, string]>([
    ['a tag is not closed', home('大</view>', '大'), 'pages/home/home.wxml:4:2 missing end tag'],
    ['an expression is broken', home('{{sum > 3}}', '{{sum > }}'), 'pages/home/home.wxml:4:'],
    ['a tag is unknown', home('<view wx:else', '<fancy wx:else'), 'pages/home/home.wxml:5:1 unknown component <fancy>'],
    [
      'a page is missing',
      { 'app.json': changed('app.json', 'pages/form/form', 'pages/gone/gone') },
      'app.json:2:52 page pages/gone/gone has no .ts or .js',
    ],
    ['a page has no template', { 'pages/list/list.wxml': null }, 'pages/list/list.wxml is missing'],
    [
      'a component is missing',
      {
        'pages/home/home.json':
          '{\n  "usingComponents": { "counter": "/components/gone/gone", "card": "cards/card/card" } }',
      },
      'pages/home/home.json:2:24 component counter: /components/gone/gone is not found',
    ],
    ['a script is broken', { 'utils/add.ts': 'export const add = (left: number => left' }, 'utils/add.ts:1:'],
    [
      'an import is missing',
      { 'pages/home/home.ts': "import { add } from '../../utils/gone'\nadd()" },
      'pages/home/home.ts:1:22 cannot find "../../utils/gone"',
    ],
    [
      'a style is broken',
      { 'pages/home/home.wxss': '.title {\n  color: red' },
      'pages/home/home.wxss:1:1 Unclosed block',
    ],
    ['a selector is broken', { 'pages/home/home.wxss': '.title[ { color: red }' }, 'pages/home/home.wxss:1:'],
    [
      'a style import is missing',
      { 'styles/common.wxss': null },
      'app.wxss:1:1 @import: styles/common.wxss is missing',
    ],
    ['a WXS is broken', { 'utils/format.wxs': 'var a = 1\nvar b = (' }, 'utils/format.wxs:2:'],
    ['a WXS is missing', { 'utils/format.wxs': null }, 'pages/home/home.wxml utils/format.wxs is missing'],
    [
      'an imported template is missing',
      { 'pages/home/row.wxml': null },
      'pages/home/home.wxml pages/home/row.wxml is missing',
    ],
    ['a JSON is broken', { 'pages/home/home.json': '{\n  "usingComponents": }' }, 'pages/home/home.json:2:22'],
    ['app.json is broken', { 'app.json': '{ "pages": [' }, 'app.json:'],
    ['app.json is missing', { 'app.json': null }, 'app.json is missing'],
    [
      'a package is used but not named',
      { 'package.json': '{ "dependencies": { "cards": "1.0.0" } }' },
      'utils/add.ts:1:23 cannot find "plain"',
    ],
    [
      'a tab is no page of the main package',
      { 'app.json': changed('app.json', '{ "pagePath": "pages/list/list"', '{ "pagePath": "more/deep/deep"') },
      'app.json:10:21 tab more/deep/deep is no page of the main package',
    ],
    [
      'a tab bar has one tab',
      { 'app.json': changed('app.json', ',\n      { "pagePath": "pages/list/list", "text": "单" }', '') },
      'app.json:5:3 a tab bar has 2 to 5 pages, not 1',
    ],
    [
      'a theme lacks a name',
      { 'theme.json': '{ "light": { "tab": "#111111" } }' },
      'app.json:6:14 theme.json has no tab in its dark theme',
    ],
    [
      'the main package uses a sub-package',
      { 'pages/list/list.ts': "import '../../more/deep/deep'\nPage({})" },
      'pages/list/list.ts:1:9 more/deep/deep.ts lies in another sub-package',
    ],
    [
      "a component's styles select tags",
      { 'components/counter/counter.wxss': 'view { color: red }' },
      "components/counter/counter.wxss:1:1 a component's styles may have no tag selector view",
    ],
  ])('says so when %s', async (_, changes, expected) => {
    const problems = await problemsOf(changes)
    expect(problems.join('\n')).toContain(expected)
  })

  it('does not take expressions, comments and scripts for tags', async () => {
    const extra = '<!-- <gone> --><wxs module="m">module.exports = 1 <two;</wxs><view a="{{sum <three}}" />'
    expect(await problemsOf(home('<button id="go"', `${extra}<button id="go"`))).toEqual([])
  })

  it('writes styles for the browser, each in its place', async () => {
    const folder = writeSample()
    const { css } = await compileMiniProgram(folder.path)
    folder.remove()
    expect(css).toContain('.card { padding: 4vw; }')
    expect(css).toContain('wx-page { font-size: 3.7333vw; }')
    expect(css).toContain('height: calc(100 * var(--page-vh, 1vh))')
    expect(css).toContain(':where([data-page="pages/home/home"]) .title { color: #16212a; }')
    expect(css).toContain(':where([data-page="pages/home/home"]) wx-page { background: #fff; }')
    expect(css).toMatch(/\[wx-host="?s\w+"?\] \{ display: block; \}\n\.s\w+--wrap \.s\w+--count/)
  })

  it('packs what is reached of packages, and nothing else', async () => {
    const folder = writeSample()
    const compilation = await compileMiniProgram(folder.path)
    const count = await packNpm(folder.path, compilation)
    const packed = (path: string) => join(folder.path, 'miniprogram_npm', path)
    expect(count).toBe(5)
    expect(existsSync(packed('cards/card/card.wxml'))).toBe(true)
    expect(existsSync(packed('cards/unused/unused.js'))).toBe(false)
    expect(readFileSync(packed('plain/index.js'), 'utf8')).toContain('left + right')
    const sizes = await packageSizes(folder.path, compilation)
    expect(sizes.map(({ root }) => root)).toEqual(['', 'more/'])
    expect(sizes.every(({ bytes, mostBytes }) => bytes > 0 && bytes < mostBytes)).toBe(true)
    folder.remove()
  })

  it('ships no style of ours that asks another host for anything', async () => {
    const { reached } = await compileMiniProgram(resolve('miniprogram'))
    const styles = [...reached].filter(([path]) => path.endsWith('.wxss'))
    expect(styles.some(([path]) => path.includes('tdesign-miniprogram/popup/'))).toBe(true)
    const asking = styles.filter(([, file]) => /(url\(|@import)\s*['"]?(https?:)?\/\//.test(readFileSync(file, 'utf8')))
    expect(asking.map(([path]) => path)).toEqual([])
  })
})
