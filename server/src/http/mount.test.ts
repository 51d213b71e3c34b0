import { startEdgeApp, type EdgeApp } from '../../test/edge-app'
import { createLifecycle } from './lifecycle'
import type { Mount } from './mount'

/** Answers with the status that its path names; refused, with 503. */
const handle: Mount['handle'] = (request, response, refusal) => {
  response.statusCode = refusal === null ? Number(request.url?.slice(1)) : 503
  response.end(refusal ?? '')
}
const MOUNTS = [{ prefix: '/embedded-photos', handle }]

let app: EdgeApp
afterEach(() => app.close())

function start(failuresPerMinute: number, lifecycle = createLifecycle()): Promise<EdgeApp> {
  const rateLimits = { perSessionPerMinute: 10_000, perAddressPerMinute: failuresPerMinute }
  return startEdgeApp([], {
    mounts: MOUNTS,
    lifecycle,
    config: { environment: 'test', trustProxyHops: 1, rateLimits },
  })
}

async function ask(status: number, from = '203.0.113.7') {
  const answer = await fetch(`${app.url}/embedded-photos/${status}`, { headers: { 'x-forwarded-for': from } })
  return [answer.status, await answer.text()]
}

it('an address whose requests fail is refused, and no other one', async () => {
  app = await start(3)
  for (const status of [403, 400, 403]) expect(await ask(status)).toEqual([status, ''])
  expect(await ask(200)).toEqual([503, 'too_many_requests'])
  expect(await ask(200, '203.0.113.8')).toEqual([200, ''])
})

it('what is in order does not count: a whole office shares one address', async () => {
  app = await start(3)
  for (let round = 0; round < 5; round++) {
    for (const status of [200, 404, 409]) expect(await ask(status)).toEqual([status, ''])
  }
})

it('is told to refuse while the server stops', async () => {
  const lifecycle = createLifecycle()
  app = await start(1_000, lifecycle)
  lifecycle.stop()
  expect(await ask(200)).toEqual([503, 'stopping'])
})

it('is measured under its prefix alone', async () => {
  app = await start(1_000)
  await ask(200)
  await ask(403)
  // The connection's next answer comes after the observation of this one.
  await ask(200)
  expect(app.observed.slice(0, 2)).toEqual([
    { method: 'GET', route: '/embedded-photos', status: 200 },
    { method: 'GET', route: '/embedded-photos', status: 403 },
  ])
})
