import { readFileSync } from 'node:fs'
import { NOTICES } from '../../../../miniprogram/packages/account/about/notices'

const flat = (text: string) => text.replace(/\s+/g, ' ').trim()

it('names what ships, in its version', () => {
  const { dependencies } = JSON.parse(readFileSync('miniprogram/package.json', 'utf8')) as {
    dependencies: Record<string, string>
  }
  const shipped = { TDesign: 'tdesign-miniprogram', tslib: 'tslib' } as const
  expect(Object.keys(dependencies).sort()).toEqual(Object.values(shipped).sort())
  for (const [name, packageName] of Object.entries(shipped)) {
    expect(NOTICES.find((notice) => notice.name === name)?.version).toBe(dependencies[packageName])
  }
  expect(readFileSync('miniprogram/vendor/tweetnacl.ts', 'utf8')).toContain(
    `TweetNaCl.js ${NOTICES.find(({ name }) => name === 'TweetNaCl.js')?.version ?? ''} `,
  )
})

it.each([
  ['TDesign', 'tdesign-miniprogram/LICENSE'],
  ['tslib', 'tslib/LICENSE.txt'],
])('gives the licence of %s word for word', (name, file) => {
  const licence = flat(readFileSync(`miniprogram/node_modules/${file}`, 'utf8'))
  expect(licence).toContain(flat(NOTICES.find((notice) => notice.name === name)?.text ?? 'nothing'))
})
