/** The baseline: a bare Koa with router and body parser that sends the JSON back; tells its CPU time. Prints its address. */
import type { AddressInfo } from 'node:net'
import Router from '@koa/router'
import Koa from 'koa'
import { koaBody } from 'koa-body'
import { collectDefaultMetrics, register } from 'prom-client'

const router = new Router()
router.post('/api/v1/check-ins', koaBody(), (context) => {
  context.body = (context.request as unknown as { body: unknown }).body
})
collectDefaultMetrics()
router.get('/metrics', async (context) => {
  context.body = await register.metrics()
})
const server = new Koa().use(router.routes()).listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
