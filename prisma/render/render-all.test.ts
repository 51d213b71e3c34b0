import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openTestDatabase } from '../../server/test/test-database'
import { collationOf } from './collations'
import { parseSchema } from './parse-schema'
import { renderAll } from './render-all'
import type { Column, Model } from './schema-model'
import { sqlServerType } from './sqlserver-sql'

const prismaFolder = join(dirname(fileURLToPath(import.meta.url)), '..')
const read = (path: string): string => readFileSync(join(prismaFolder, path), 'utf8')
const schema = read('schema.prisma')
const models = parseSchema(schema)
const files = renderAll(schema)
const text = (ending: string): string => files.find((file) => file.path.endsWith(ending))?.text ?? ''
const sqlServer = files.find((file) => /^migrations\/.*\.sql$/.test(file.path))?.text ?? ''
const sqlite = files.find((file) => /^sqlite\/migrations\/.*\.sql$/.test(file.path))?.text ?? ''

describe('what is rendered from schema.prisma', () => {
  it.each(files)('$path is as rendered: run npm run db:render', ({ path, text: rendered }) => {
    expect(read(path)).toBe(rendered)
  })

  it('holds every model in both migrations', () => {
    // Counted in the schema itself, not by the parser that is under test.
    const names = [...schema.matchAll(/^model (\w+)/gm)].map((match) => match[1])
    expect([...sqlServer.matchAll(/^CREATE TABLE \[dbo\]\.\[(\w+)\]/gm)].map((match) => match[1])).toEqual(names)
    expect([...sqlite.matchAll(/^CREATE TABLE "(\w+)"/gm)].map((match) => match[1])).toEqual(names)
  })

  it('holds every filtered unique index with its filter in both migrations', () => {
    const filters = [...schema.matchAll(/@@unique\(.*map: "(\w+)", where: raw\("(.*)"\)\)/g)]
    expect(filters.length).toBe(schema.match(/where:/g)?.length)
    for (const [, name, where] of filters) {
      expect(sqlServer).toMatch(new RegExp(`^CREATE UNIQUE NONCLUSTERED INDEX \\[${name}\\] ON `, 'm'))
      for (const sql of [sqlServer, sqlite]) {
        const line = sql.split('\n').find((candidate) => candidate.includes(name ?? '?'))
        expect(line?.endsWith(` WHERE ${where};`)).toBe(true)
      }
    }
  })

  it('holds every index and relation in both migrations', () => {
    const count = (pattern: RegExp, where: string): number => where.match(pattern)?.length ?? 0
    const indexes = count(/@@index|@@unique|@unique/g, schema)
    expect(count(/INDEX \[| UNIQUE NONCLUSTERED \(/g, sqlServer)).toBe(indexes)
    expect(count(/ INDEX "/g, sqlite)).toBe(indexes)
    const relations = count(/@relation\(.*fields:/g, schema)
    expect(count(/FOREIGN KEY/g, sqlServer)).toBe(relations)
    expect(count(/FOREIGN KEY/g, sqlite)).toBe(relations)
  })

  it('gives SQLite the same schema but for engine, output and native types', () => {
    const twin = text('sqlite/schema.prisma')
    expect(twin).not.toContain('@db.')
    expect(twin).toContain('provider = "sqlite"')
    const withoutTypes = (model: Model): Model => ({
      ...model,
      columns: model.columns.map((column) => ({ ...column, nativeType: null })),
    })
    expect(parseSchema(twin)).toEqual(models.map(withoutTypes))
  })

  it('makes on SQLite the tables and indexes that the schema names', async () => {
    const { database, close } = await openTestDatabase()
    const objects = await database.read.$queryRawUnsafe<{ type: string; name: string }[]>(
      `SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite%' AND name <> '_prisma_migrations' ORDER BY name`,
    )
    await close()
    const names = (type: string): string[] => objects.filter((object) => object.type === type).map(({ name }) => name)
    expect(names('table')).toEqual(models.map((model) => model.name).sort())
    expect(names('index')).toEqual(models.flatMap((model) => model.indexes.map((index) => index.name)).sort())
  })

  it('has one folder of migrations per engine, with the lock file that Prisma expects', () => {
    for (const [folder, provider] of [
      ['migrations', 'sqlserver'],
      ['sqlite/migrations', 'sqlite'],
    ] as const) {
      expect(read(`${folder}/migration_lock.toml`)).toContain(`provider = "${provider}"`)
      expect(readdirSync(join(prismaFolder, folder)).sort()).toEqual(['20261122000000_initial', 'migration_lock.toml'])
    }
  })
})

describe('what SQL Server accepts', () => {
  const bytes = (column: Column): number => {
    const length = Number(column.nativeType?.argument ?? 1_000)
    const sizes = { Char: length, VarChar: length, NVarChar: 2 * length, DateTime2: 8, Date: 3, Float: 8 }
    if (column.nativeType !== null) return sizes[column.nativeType.name as keyof typeof sizes]
    return { Int: 4, Boolean: 1, String: 2 * length, DateTime: 8, Float: 8 }[column.type]
  }
  const keyBytes = (model: Model, names: readonly string[]): number =>
    names.reduce((sum, name) => {
      const column = model.columns.find((candidate) => candidate.name === name)
      if (column === undefined) throw new Error(`${model.name} has no ${name}`)
      return sum + bytes(column)
    }, 0)

  it.each(models)('$name: keys fit their limits (clustered 900 bytes, others 1 700)', (model) => {
    expect(keyBytes(model, model.primaryKey)).toBeLessThanOrEqual(900)
    for (const index of model.indexes) expect(keyBytes(model, index.columns)).toBeLessThanOrEqual(1_700)
  })

  it.each(models)(
    '$name: a unique index without filter has no nullable column, for only one NULL would fit',
    (model) => {
      for (const index of model.indexes.filter((candidate) => candidate.unique && candidate.where === null)) {
        const nullable = model.columns.filter((column) => index.columns.includes(column.name) && column.nullable)
        expect(nullable).toEqual([])
      }
    },
  )

  it.each(models)('$name: foreign keys have the type and collation of what they refer to', (model) => {
    for (const key of model.foreignKeys) {
      const referenced = models.find((candidate) => candidate.name === key.referencedModel)
      expect(referenced?.primaryKey).toEqual(key.referencedColumns)
      key.columns.forEach((name, index) => {
        const from = model.columns.find((column) => column.name === name)
        const to = referenced?.columns.find((column) => column.name === key.referencedColumns[index])
        if (from === undefined || to === undefined || referenced === undefined) throw new Error(`${key.name} is open`)
        expect(sqlServerType(from)).toBe(sqlServerType(to))
        expect(collationOf(model.name, from)).toBe(collationOf(referenced.name, to))
      })
    }
  })

  it.each(models)('$name: text in a unique key compares byte by byte, and every text states its length', (model) => {
    const keys = [model.primaryKey, ...model.indexes.filter((index) => index.unique).map((index) => index.columns)]
    for (const column of model.columns.filter((candidate) => candidate.type === 'String')) {
      expect(column.nativeType).not.toBeNull()
      if (keys.flat().includes(column.name)) expect(collationOf(model.name, column)).toBe('Latin1_General_100_BIN2')
    }
  })

  it('names every constraint once in the database', () => {
    const names = [...sqlServer.matchAll(/CONSTRAINT \[(\w+)\]/g)].map((match) => match[1])
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name?.length).toBeLessThanOrEqual(128)
  })
})
