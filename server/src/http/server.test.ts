import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { createLifecycle } from './lifecycle'
import { startServer } from './server'

type Handle = Parameters<typeof startServer>[0]['handle']
const start = (handle: Handle, graceSeconds = 5) =>
  startServer({ handle, host: '127.0.0.1', port: 0, lifecycle: createLifecycle(), graceSeconds })

/** A door that a handler waits at until the test opens it. */
function door() {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { open: () => open(), opened }
}

it('finishes what it accepted, then ends', async () => {
  const arrived = door()
  const finish = door()
  const server = await start((_, response) => {
    arrived.open()
    void finish.opened.then(() => response.end('done'))
  })
  const answer = fetch(server.url)
  await arrived.opened
  let ended = false
  const closing = server.close().then(() => (ended = true))
  await expect(fetch(server.url)).rejects.toThrow()
  expect(ended).toBe(false)
  finish.open()
  expect(await (await answer).text()).toBe('done')
  await closing
  expect(ended).toBe(true)
})

it('lets a kept connection ask once more while another request is still being answered', async () => {
  const arrived = door()
  const finish = door()
  const lifecycle = createLifecycle()
  const server = await startServer({
    handle: (request, response) => {
      if (request.url === '/slow') {
        arrived.open()
        return void finish.opened.then(() => response.end('done'))
      }
      response.end(lifecycle.stopping ? 'stopping' : 'serving')
    },
    host: '127.0.0.1',
    port: 0,
    lifecycle,
    graceSeconds: 5,
  })
  const kept = connect(server.port, '127.0.0.1')
  const ask = async () => {
    kept.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n')
    return String(((await once(kept, 'data')) as [Buffer])[0])
  }
  expect(await ask()).toContain('serving')
  const slow = fetch(`${server.url}/slow`)
  await arrived.opened
  const closing = server.close()
  expect(await ask()).toContain('stopping')
  finish.open()
  await slow
  await closing
  kept.destroy()
})

it('cuts what outlasts the grace', async () => {
  const arrived = door()
  const server = await start(() => arrived.open(), 0)
  const answer = fetch(server.url)
  answer.catch(() => undefined)
  await arrived.opened
  await server.close()
  await expect(answer).rejects.toThrow()
})

it('ends idle connections and may be closed twice', async () => {
  const server = await start((_, response) => response.end('ok'))
  await (await fetch(server.url)).text()
  await Promise.all([server.close(), server.close()])
})

it('fails with the code of the system when the port is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as { port: number }
  const attempt = startServer({
    handle: () => undefined,
    host: '127.0.0.1',
    port,
    lifecycle: createLifecycle(),
    graceSeconds: 1,
  })
  await expect(attempt).rejects.toMatchObject({ code: 'EADDRINUSE', port })
  other.close()
})

it('serves on while proxies let go of it: not ready, no connection kept', async () => {
  const lifecycle = createLifecycle()
  let whenLeaving: () => void = () => undefined
  const leaving = new Promise<void>((resolve) => (whenLeaving = resolve))
  const leave = lifecycle.leave
  lifecycle.leave = () => {
    leave()
    whenLeaving()
  }
  const server = await startServer({
    handle: (_, response) => response.end(lifecycle.stopping ? 'stopping' : 'serving'),
    host: '127.0.0.1',
    port: 0,
    lifecycle,
    graceSeconds: 5,
    drainSeconds: 1,
  })
  const closing = server.close()
  await leaving
  const answer = await fetch(server.url)
  expect([await answer.text(), answer.headers.get('connection')]).toEqual(['serving', 'close'])
  await closing
  await expect(fetch(server.url)).rejects.toThrow()
})
