import { countingRandom } from '../../../test/fakes'
import { createLoginStates } from './login-states'

const NOW_MS = Date.UTC(2026, 10, 18, 0, 52, 9)
const states = createLoginStates(countingRandom())

it('gives WeCom letters and digits that say nothing about the secret', () => {
  const first = states.issue(NOW_MS)
  const second = states.issue(NOW_MS)
  expect(first.state).toMatch(/^[0-9a-f]{64}$/)
  expect(first.secret).toMatch(/^[0-9A-Za-z._-]{40,80}$/)
  expect(second).not.toEqual(first)
})

it('lasts ten minutes', () => {
  const { state, secret } = states.issue(NOW_MS)
  expect(states.matches(state, secret, NOW_MS)).toBe(true)
  expect(states.matches(state, secret, NOW_MS + 600_000)).toBe(true)
  expect(states.matches(state, secret, NOW_MS + 600_001)).toBe(false)
  expect(states.matches(state, secret, NOW_MS - 1)).toBe(false)
})

it('takes no other state, and no secret that was made younger', () => {
  const { state, secret } = states.issue(NOW_MS)
  const other = states.issue(NOW_MS)
  const [, random = ''] = secret.split('.')
  const wrong: readonly (readonly [string, string])[] = [
    [other.state, secret],
    [state, other.secret],
    [state.toUpperCase(), secret],
    ['', secret],
    [state, ''],
    [secret, state],
    [state, `${(NOW_MS + 1).toString(36)}.${random}`],
  ]
  for (const [given, kept] of wrong) expect(states.matches(given, kept, NOW_MS)).toBe(false)
})
