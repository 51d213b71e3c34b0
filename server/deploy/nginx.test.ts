/** nginx.conf beside compose.yaml and the program's own limits; `nginx -t` runs in CI, with nginx. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { LARGEST_PHOTO_BYTES } from '#contract/photos'
import { BODY_LIMIT_BYTES } from '../src/http/read-body'

interface Service {
  readonly environment?: Readonly<Record<string, string>>
  readonly ports?: readonly string[]
}
const conf = readFileSync('server/deploy/nginx/nginx.conf', 'utf8').replace(/^\s*#.*$/gm, '')
const { services } = parse(readFileSync('compose.yaml', 'utf8'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>
}

const BYTES = { k: 1_024, m: 1_048_576 } as const
const bytesOf = (text: string) => Number.parseInt(text, 10) * BYTES[text.at(-1) as keyof typeof BYTES]
const found = (pattern: RegExp) => [...conf.matchAll(pattern)].map((match) => match[1] ?? '')
const location = (path: string) => conf.slice(conf.indexOf(`location ${path} {`)).split('}')[0] ?? ''

it('knows every web server of compose.yaml, at the port on which it listens', () => {
  const webs = Object.entries(services).flatMap(([name, { environment }]) =>
    /^web\d$/.test(name) ? [`${name}:${environment?.['PORT']}`] : [],
  )
  expect(found(/^\s*server (\S+:\d+) /gm)).toEqual(webs)
})

it('listens on the ports that compose.yaml publishes', () => {
  const published = (services['nginx']?.ports ?? []).map((port) => port.split(':')[1])
  expect(found(/listen (\d+)/g)).toEqual(published)
})

it('lets everything through that the program takes, in its own words', () => {
  const [general = ''] = found(/client_max_body_size (\w+)/g)
  expect(bytesOf(general)).toBeGreaterThan(BODY_LIMIT_BYTES)
  expect(bytesOf(general)).toBeLessThanOrEqual(2 * BODY_LIMIT_BYTES)
  const [photos = ''] = /client_max_body_size (\w+)/.exec(location('/embedded-photos/'))?.slice(1) ?? []
  expect(bytesOf(photos)).toBeGreaterThan(LARGEST_PHOTO_BYTES + 64 * 1_024)
})

it('sends no POST twice but those that are done once', () => {
  const repeated = [...conf.matchAll(/location = (\S+) \{([^}]*)\}/g)].flatMap(([, path, body = '']) =>
    body.includes('non_idempotent') ? [path] : [],
  )
  expect(repeated).toEqual(['/api/v1/check-ins', '/api/v1/sessions/refresh'])
  expect(conf.match(/non_idempotent/g)).toHaveLength(repeated.length)
})

it('tells metrics to nobody, and the address of a client that it saw itself', () => {
  expect(location('= /metrics')).toContain('return 404')
  expect(conf).toContain('proxy_set_header X-Forwarded-For $remote_addr;')
  expect(services['web1']?.environment?.['TRUST_PROXY_HOPS']).toBe('1')
})

it('lets go of a server that stops sooner than this one stops serving', () => {
  const upstream = conf.slice(conf.indexOf('upstream waiqin_web'), conf.indexOf('ssl_certificate'))
  const seconds = Number(/keepalive_timeout (\d+)s/.exec(upstream)?.[1])
  expect(seconds).toBeLessThan(Number(services['web1']?.environment?.['SHUTDOWN_DRAIN_SECONDS']))
})
