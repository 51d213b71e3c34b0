/** A `wx` for tests of the platform: only the calls that a test gives exist, each answers as told. */
import { jest } from '@jest/globals'

interface Callbacks {
  readonly success?: (reply: unknown) => void
  readonly fail?: (error: unknown) => void
}

/** Takes the place of the platform's `wx` until the test ends. */
export function useWx(calls: Readonly<Record<string, unknown>>): void {
  Object.assign(globalThis, { wx: calls })
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'wx')
  jest.useRealTimers()
})

export function succeeding(reply: unknown = {}) {
  return jest.fn(({ success }: Callbacks) => success?.(reply))
}

/** @param error as the platform gives it: `errMsg`, at times `errCode` or `errno` */
export function failing(error: unknown) {
  return jest.fn(({ fail }: Callbacks) => fail?.(error))
}

/** Takes the call and never answers. */
export function silent() {
  return jest.fn((_: Callbacks) => {})
}

/** The options of the only call. */
export function optionsOf({ mock }: { readonly mock: { readonly calls: unknown[][] } }): Record<string, unknown> {
  expect(mock.calls).toHaveLength(1)
  return mock.calls[0]?.[0] as Record<string, unknown>
}

/** What a call that gets no answer comes to, without waiting for it. Fake timers stay until the test ends. */
export async function givenUp<Value>(run: () => Promise<Value>): Promise<Value> {
  jest.useFakeTimers()
  const answer = run()
  await jest.advanceTimersByTimeAsync(60 * 60_000)
  return answer
}
