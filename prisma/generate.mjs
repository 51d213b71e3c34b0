/**
 * Generates both Prisma clients when they are missing or older than their schema, and installs the mini-program's own
 * packages once it has any. Plain Node without dependencies: it runs as `postinstall`, where nothing else may be ready.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const prismaPackage = createRequire(import.meta.url).resolve('prisma/package.json')

for (const client of [
  { schema: 'prisma/schema.prisma', output: 'server/src/generated/sqlserver' },
  { schema: 'prisma/sqlite/schema.prisma', output: 'server/src/generated/sqlite' },
]) {
  const stampFile = join(root, `${client.output}.sha256`)
  const stamp = createHash('sha256')
    .update(readFileSync(join(root, client.schema)))
    .update(readFileSync(prismaPackage))
    .digest('hex')
  const current = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp
  if (current && existsSync(join(root, client.output, 'client.ts'))) continue

  run(`Could not generate the database client from ${client.schema}.`, process.execPath, [
    join(dirname(prismaPackage), 'build', 'index.js'),
    'generate',
    `--schema=${client.schema}`,
    '--no-hints',
  ])
  writeFileSync(stampFile, stamp)
}

installMiniprogram(join(root, 'miniprogram'))

/** The packages that run on the phone have a lock of their own; installed again once it has changed. */
function installMiniprogram(folder) {
  const lock = join(folder, 'package-lock.json')
  if (!existsSync(lock)) return
  const stampFile = join(folder, 'node_modules', '.lock.sha256')
  const stamp = createHash('sha256').update(readFileSync(lock)).digest('hex')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return

  // npm tells where it is; `npm` itself is a script on Windows, which cannot be started without a shell.
  const npm = process.env.npm_execpath ?? ''
  const install = ['ci', '--prefix', 'miniprogram', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const failure =
    'Could not install the packages of the mini-program; they come from the npm registry, like all others. Try again: npm ci --prefix miniprogram --ignore-scripts'
  if (npm.endsWith('npm-cli.js')) run(failure, process.execPath, [npm, ...install])
  else run(failure, 'npm', install, { shell: true })
  if (existsSync(join(folder, 'node_modules'))) writeFileSync(stampFile, stamp)
}

/** Shows what the command said only when it failed. */
function run(failure, command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      // Generating needs no schema engine, but Prisma wants to download it unless some executable is named.
      PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
    ...options,
  })
  if (result.status === 0) return
  console.error([result.stdout, result.stderr, result.error?.message, failure].filter(Boolean).join('\n'))
  process.exit(1)
}
