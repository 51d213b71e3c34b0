import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeTempFolder, type TempFolder } from '../../../../test/temp-folder'
import { giveName } from './give-name'

let folder: TempFolder
let draft: string
let target: string
beforeEach(() => {
  folder = makeTempFolder()
  draft = join(folder.path, 'draft')
  target = join(folder.path, 'target')
  writeFileSync(draft, 'backup')
})
afterEach(() => folder.remove())

const refusing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }))

describe.each([
  ['links', undefined],
  ['no links', refusing('EPERM')],
])('on a file system with %s', (_, makeLink) => {
  it('a finished file gets its name', async () => {
    expect(await giveName(draft, target, makeLink)).toBe(true)
    expect(readdirSync(folder.path)).toEqual(['target'])
    expect(readFileSync(target, 'utf8')).toBe('backup')
  })

  it('it gets none that is taken', async () => {
    writeFileSync(target, 'dear')
    expect(await giveName(draft, target, makeLink)).toBe(false)
    expect(readdirSync(folder.path).sort()).toEqual(['draft', 'target'])
    expect(readFileSync(target, 'utf8')).toBe('dear')
  })
})

it('tells every other fault', async () => {
  await expect(giveName(draft, target, refusing('EIO'))).rejects.toThrow('EIO')
  expect(readdirSync(folder.path)).toEqual(['draft'])
})
