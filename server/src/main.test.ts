import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startScript as start, type Child } from '../test/start-child'

const MAIN = resolve('server/src/main.ts')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waiqin-main-'))
})
const children: Child[] = []
afterEach(async () => {
  // Whatever a failed test leaves behind; SIGTERM reaches the children of a supervisor too.
  for (const child of children.splice(0)) {
    child.process.kill('SIGTERM')
    await child.output.catch(() => undefined)
  }
  rmSync(folder, { recursive: true, force: true })
})

const startScript: typeof start = (...given) => {
  const child = start(...given)
  children.push(child)
  return child
}

const environment = (changes: Record<string, string> = {}) => ({
  NODE_ENV: 'development',
  HOST: '127.0.0.1',
  PORT: '0',
  DATA_DIR: folder,
  DATABASE_URL: '',
  LOG_LEVEL: 'silent',
  ...changes,
})

it('says each mistake of the configuration in a line, without a stack', async () => {
  const { output } = startScript(MAIN, ['web'], environment({ PORT: 'http', LOG_LEVEL: 'loud' }))
  const failure = (await output.catch((error: Error) => error)) as Error
  expect(failure.message).toContain('ended with 78')
  expect(failure.message).toContain('  PORT: must be a whole number from 0 to 65535\n')
  expect(failure.message).toContain('  LOG_LEVEL: ')
  expect(failure.message).not.toMatch(/\bat .+\.ts/)
}, 60_000)

it('knows its processes', async () => {
  const { output } = startScript(MAIN, ['webb'], environment())
  await expect(output).rejects.toThrow(/ended with 64[^]*web、worker、presence-gateway/)
}, 60_000)

it('brings up everything on an empty folder, prints one address, names a taken port, and ends cleanly', async () => {
  const port = await freePort()
  const all = startScript(MAIN, [], environment({ PORT: String(port) }))
  expect(await all.printed(/外勤签到已启动：\S+/)).toBe(`外勤签到已启动：http://127.0.0.1:${port}`)
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toContain('<!doctype html>')

  const second = startScript(MAIN, ['web'], environment({ PORT: String(port) }))
  await expect(second.output).rejects.toThrow(new RegExp(`ended with 69[^]*端口 ${port} 已被占用`))

  all.process.kill('SIGTERM')
  expect((await all.output).match(/外勤签到已启动/g)).toHaveLength(1)
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow()
}, 240_000)

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
