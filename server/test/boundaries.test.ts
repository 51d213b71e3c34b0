import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, posix, relative, resolve } from 'node:path'
import ts from 'typescript'
import { IMPURE, PACKAGE_HOMES, ROOMS, WORDS, type Room } from './boundaries.table'

interface SourceFile {
  /** From the repository's root, with slashes. */
  readonly path: string
  readonly text: string
}

interface Import {
  readonly from: string
  /** A path from the root, or a package's name. */
  readonly to: string
  readonly kind: 'file' | 'package'
  readonly typeOnly: boolean
}

const ROOT = resolve('.')
const FILES = ['server', 'miniprogram', 'prisma'].flatMap((folder) => sourceFiles(join(ROOT, folder)))
const PATHS = new Set(FILES.map(({ path }) => path))

describe('the source', () => {
  it('is all seen', () => {
    expect(FILES.length).toBeGreaterThan(100)
    expect(FILES.flatMap(importsOf).length).toBeGreaterThan(400)
  })

  it('has a room for every file', () => {
    expect(FILES.filter(({ path }) => roomOf(path) === null).map(({ path }) => path)).toEqual([])
  })

  it('imports only what exists', () => {
    const lost = FILES.flatMap(importsOf).filter(({ kind, to }) => kind === 'file' && !isKnownFile(to))
    expect(lost.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  it.each(ROOMS.map((room) => [room.name, room] as const))('keeps to its boundaries: %s', (_, room) => {
    const files = FILES.filter(({ path }) => roomOf(path) === room)
    expect(files.flatMap(violationsOf)).toEqual([])
  })
})

describe('the reader of imports', () => {
  const read = (text: string) => importsOf({ path: 'server/src/features/sites/x.usecase.ts', text })

  it('sees an edge that is there', () => {
    const route = FILES.find(({ path }) => path === 'server/src/http/app.ts')
    expect(route && importsOf(route)).toContainEqual({
      from: 'server/src/http/app.ts',
      to: 'server/src/app-error.ts',
      kind: 'file',
      typeOnly: false,
    })
  })

  it.each([
    ["import { a } from '../../app-error'", 'server/src/app-error.ts', false],
    ["import type { a } from '../../app-error'", 'server/src/app-error.ts', true],
    ["import { type a, type b } from '../../app-error'", 'server/src/app-error.ts', true],
    ["import { type a, b } from '../../app-error'", 'server/src/app-error.ts', false],
    ["export { a } from '../../app-error'", 'server/src/app-error.ts', false],
    ["export type { a } from '../../app-error'", 'server/src/app-error.ts', true],
    ["import '../../app-error'", 'server/src/app-error.ts', false],
    ["const a = await import('../../app-error')", 'server/src/app-error.ts', false],
    ["import { a } from '#contract/api'", 'miniprogram/contract/api.ts', false],
    ["import {\n  a,\n  b,\n} from '@prisma/client/runtime'", '@prisma/client', false],
    ["import { join } from 'path'", 'node:path', false],
  ])('%s', (text, to, typeOnly) => {
    expect(read(text).map((found) => [found.to, found.typeOnly])).toEqual([[to, typeOnly]])
  })
})

describe('a planted violation is caught', () => {
  it.each([
    ['server/src/features/sites/x.usecase.ts', "import Koa from 'koa'"],
    ['server/src/features/sites/x.usecase.ts', "import { PrismaClient } from '../../generated/sqlserver/client'"],
    ['server/src/features/sites/x.usecase.ts', "import { createSiteStore } from '../../adapters/database/site-store'"],
    ['server/src/features/sites/x.usecase.ts', "import { submit } from '../check-in/submit-check-in.usecase'"],
    ['server/src/features/sites/x.usecase.ts', 'const now = Date.now()'],
    ['server/src/features/sites/x.usecase.ts', 'tx.$queryRaw`SELECT 1`'],
    ['server/src/features/sites/x.rules.ts', "import type { Clock } from '../../ports/system'"],
    ['server/src/features/sites/x.rules.ts', "import { readFileSync } from 'node:fs'"],
    ['server/src/features/sites/x.rules.ts', 'export async function decide() {}'],
    ['server/src/features/sites/x.route.ts', "import { checkInSchema } from '../check-in/check-in.schema'"],
    ['server/src/features/sites/x.route.ts', "import { createLog } from '../../adapters/system/log'"],
    ['server/src/ports/x.ts', "import { decideCheckIn } from '../features/check-in/decide-check-in.rules'"],
    ['server/src/adapters/wecom/x.ts', "import { decideCheckIn } from '../../features/check-in/decide-check-in.rules'"],
    ['server/src/adapters/wecom/x.ts', "import { submit } from '../../features/check-in/submit-check-in.usecase'"],
    ['server/src/adapters/wecom/x.ts', "import { PrismaClient } from '@prisma/client'"],
    ['server/src/http/x.ts', "import { submit } from '../features/check-in/submit-check-in.usecase'"],
    ['server/src/http/x.ts', 'const port = process.env.PORT'],
    ['server/src/worker/x.ts', "import { createApp } from '../http/app'"],
    ['server/demo/x.ts', "import { AppError } from '../src/app-error'"],
    ['miniprogram/contract/x.ts', "import { z } from 'zod'"],
    ['miniprogram/contract/x.ts', "import { AppError } from '../../server/src/app-error'"],
    ['miniprogram/pages/home/home.ts', "import { AppError } from '../../../server/src/app-error'"],
    ['miniprogram/pages/home/home.ts', 'wx.getLocation({})'],
    ['miniprogram/services/queue.ts', 'wx?.request({})'],
    ['miniprogram/components/icon/icon.ts', "wx['request']({})"],
    ['miniprogram/packages/help/help/help.ts', 'const { request } = wx'],
    ['miniprogram/platform/x.ts', 'const last = list.at(-1)'],
    ['miniprogram/services/x.ts', 'list.findLast(isGood)'],
    ['miniprogram/services/x.ts', "text.replaceAll('a', 'b')"],
    ['miniprogram/texts/x.ts', "new Intl.DateTimeFormat('zh')"],
    ['miniprogram/contract/x.ts', 'const n = BigInt(1)'],
    ['miniprogram/bytes/x.ts', 'new TextEncoder()'],
    ['miniprogram/pages/x.ts', 'structuredClone(view)'],
  ])('%s: %s', (path, text) => {
    expect(violationsOf({ path, text })).toHaveLength(1)
  })

  it('while types of rules, and words in comments, are let through', () => {
    const text = "import type { Decision } from '../features/check-in/decide-check-in.rules' // not Date.now()"
    expect(violationsOf({ path: 'server/src/ports/x.ts', text })).toEqual([])
  })
})

function violationsOf(file: SourceFile): string[] {
  const room = roomOf(file.path)
  if (room === null) return [`${file.path} has no room`]
  const bare = withoutComments(file.text)
  const words = WORDS.filter(({ word, home }) => room.name !== 'tests' && word.test(bare) && !home.test(file.path))
  return [
    ...importsOf(file).flatMap((found) => problemOf(room, found) ?? []),
    ...words.map(({ name }) => `${file.path}: ${name}`),
    ...(room.name === 'rules' && IMPURE.test(bare) ? [`${file.path}: not pure`] : []),
  ]
}

function problemOf(room: Room, found: Import): string | null {
  const problem = `${found.from} → ${found.to}`
  if (found.kind === 'package') {
    const home = PACKAGE_HOMES[found.to]
    if (home !== undefined && room.name !== 'tests' && !home.test(found.from)) return problem
    return room.packages === 'any' || found.typeOnly || room.packages.includes(found.to) ? null : problem
  }
  const target = roomOf(found.to)
  if (target === null) return problem
  if (room.ownFeatureOnly === true && target.name !== 'rules' && isOtherFeature(found)) return problem
  if (target === room || room.may.includes('anything') || room.may.includes(target.name)) return null
  return found.typeOnly && room.types?.includes(target.name) === true ? null : problem
}

function isOtherFeature({ from, to }: Import): boolean {
  const feature = (path: string) => /^server\/src\/features\/([^/]+)\//.exec(path)?.[1]
  return feature(to) !== undefined && feature(to) !== feature(from)
}

function roomOf(path: string): Room | null {
  return ROOMS.find(({ files }) => files.test(path)) ?? null
}

function importsOf({ path, text }: SourceFile): Import[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName, pos }) => {
    const typeOnly = isTypeOnly(text, pos)
    if (fileName.startsWith('#contract/')) {
      return {
        from: path,
        to: `miniprogram/contract/${fileName.slice('#contract/'.length)}.ts`,
        kind: 'file',
        typeOnly,
      }
    }
    if (!fileName.startsWith('.')) return { from: path, to: packageName(fileName), kind: 'package', typeOnly }
    const target = posix.join(posix.dirname(path), fileName)
    const to = [`${target}.ts`, `${target}/index.ts`].find((candidate) => PATHS.has(candidate))
    return { from: path, to: to ?? (/\.\w+$/.test(target) ? target : `${target}.ts`), kind: 'file', typeOnly }
  })
}

/** @param position of the module's name: what stands between it and its keyword says what is taken from it */
function isTypeOnly(text: string, position: number): boolean {
  const statement =
    /(?:^|[;\n])\s*(?:import|export)\b(?:(?!\bimport\b|\bexport\b)[\s\S])*$/.exec(text.slice(0, position))?.[0] ?? ''
  if (/^[;\s]*(import|export)\s+type\b/.test(statement)) return true
  const names = /^[;\s]*(?:import|export)\s*\{([\s\S]*)\}/.exec(statement)?.[1]
  if (names === undefined) return false
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .every((name) => name.startsWith('type '))
}

function packageName(specifier: string): string {
  if (builtinModules.includes(specifier)) return `node:${specifier}`
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') || specifier.startsWith('node:fs') ? 2 : 1)
    .join('/')
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
}

function isKnownFile(path: string): boolean {
  return PATHS.has(path) || path.startsWith('server/src/generated/') || /\.(json|css)$/.test(path)
}

function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath ?? dirname(folder), entry.name))
    .filter((path) => !/[\\/](node_modules|generated|miniprogram_npm)[\\/]/.test(path))
    .map((path) => ({ path: relative(ROOT, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }))
}
