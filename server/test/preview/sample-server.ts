/** The preview on a mini-program of the test's own, and behind it a server that says what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PANEL_POLICY, panelHtml } from '../../preview/pages'
import { createPreviewListener } from '../../preview/preview-listener'
import type { PreviewWorld } from '../../preview/settings'

export interface SampleServer {
  readonly url: string
  /** `METHOD path bytes` of what phones sent. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

export async function startSampleServer(folder: string, world: PreviewWorld): Promise<SampleServer> {
  const asked: string[] = []
  const preview = createPreviewListener({
    folder,
    world: () => Promise.resolve(world),
    askGateway: (url) => Promise.resolve({ status: 200, body: JSON.stringify({ proof: url }) }),
  })
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    if (path === '/preview') {
      response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': PANEL_POLICY }).end(panelHtml())
    } else if (path.startsWith('/preview/')) {
      request.url = (request.url ?? '').slice('/preview'.length)
      preview(request, response, null)
    } else {
      void echo(request, response, asked)
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

async function echo(request: IncomingMessage, response: ServerResponse, asked: string[]): Promise<void> {
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) bytes += chunk.length
  asked.push(`${request.method ?? ''} ${request.url ?? ''} ${bytes > 0 ? 'with bytes' : 'empty'}`)
  const isLogin = request.url === '/sandbox/wecom/login-codes'
  response.writeHead(isLogin ? 201 : 200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(isLogin ? { code: 'a code' } : { said: 'yes' }))
}
