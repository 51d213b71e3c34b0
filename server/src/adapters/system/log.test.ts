import { createLog } from './log'

function logged(write: (log: ReturnType<typeof createLog>) => void, logLevel: 'info' | 'warn' = 'info') {
  const lines: string[] = []
  write(createLog({ environment: 'production', logLevel }, 'web', { write: (line) => void lines.push(line) }))
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
}

it('writes ECS names', () => {
  const [line] = logged((log) => log.info({ 'http.response.status_code': 200, 'user.id': 'e1' }, 'GET /x 200'))
  expect(line).toMatchObject({
    'log.level': 'info',
    'service.name': 'waiqin',
    'service.environment': 'production',
    'event.dataset': 'waiqin.web',
    'http.response.status_code': 200,
    'user.id': 'e1',
    message: 'GET /x 200',
  })
  expect(line?.['@timestamp']).toMatch(/^\d{4}-\d\d-\d\dT/)
})

it('writes errors with their stack', () => {
  const [line] = logged((log) => log.error({ err: new TypeError('broken') }, 'a request failed'))
  expect(line?.['error']).toMatchObject({ type: 'TypeError', message: 'broken' })
  expect((line?.['error'] as { stack_trace: string }).stack_trace).toContain('log.test.ts')
})

it('never writes what opens doors', () => {
  const text = JSON.stringify(
    logged((log) => {
      log.info({ authorization: 'Bearer opens' }, 'a')
      log.info({ request: { headers: { authorization: 'Bearer opens' }, refreshToken: 'opens' } }, 'b')
    }),
  )
  expect(text).not.toContain('opens')
})

it('keeps to its level', () => {
  const lines = logged((log) => {
    log.info({}, 'small talk')
    log.warn({}, 'heed')
  }, 'warn')
  expect(lines.map(({ message }) => message)).toEqual(['heed'])
})
