// Compiles a mini-program with WeChat's own compiler, offline: `node compile.mjs <folder with project.config.json>`.
// What would be uploaded is thrown away; a mistake ends with exit code 1 and the compiler's words.
import { generateKeyPairSync } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'

const ci = createRequire(import.meta.url)('miniprogram-ci')
const source = resolve(process.argv[2] ?? '.')
const settings = JSON.parse(readFileSync(join(source, 'project.config.json'), 'utf8'))
const folder = mkdtempSync(join(tmpdir(), 'waiqin-miniprogram-'))
let status = 1
try {
  // A copy without what the compiler must not see: it walks through everything that it finds.
  cpSync(join(source, 'project.config.json'), join(folder, 'project.config.json'))
  cpSync(join(source, settings.miniprogramRoot), join(folder, settings.miniprogramRoot), {
    recursive: true,
    filter: (path) => basename(path) !== 'node_modules' && !path.endsWith('.test.ts'),
  })
  const privateKeyPath = join(folder, 'key.pem')
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  writeFileSync(privateKeyPath, privateKey.export({ type: 'pkcs1', format: 'pem' }))
  const project = new ci.Project({
    appid: settings.appid,
    type: 'miniProgram',
    projectPath: folder,
    privateKeyPath,
    ignores: ['node_modules/**/*'],
    // Else it asks WeChat for the attributes of an app that must exist there.
    attr: async () => ci.DefaultProjectAttr,
  })
  const files = await ci.getCompiledResult({
    project,
    version: '0.0.0',
    desc: 'check',
    setting: { es6: true, es7: true, minify: true },
    onProgressUpdate: () => {},
  })
  const names = Object.keys(files ?? {})
  if (names.length === 0) throw new Error('the compiler gave no files')
  const bytes = names.reduce((sum, name) => sum + Buffer.byteLength(files[name]), 0)
  console.log(`${names.length} files accepted, ${Math.ceil(bytes / 1024)} KB in all`)
  status = 0
} catch (error) {
  console.log(`${error.code ?? ''} ${error.message ?? error}`.trim())
} finally {
  rmSync(folder, { recursive: true, force: true })
}
// Its worker processes would keep this one alive.
process.exit(status)
