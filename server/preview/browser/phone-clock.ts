export interface PhoneClock {
  nowMs(): number
  /** `Date` for the mini-program's code: the same, but its now is the phone's. */
  readonly Date: DateConstructor
}

/** @param offsetMs phone's clock minus the computer's; asked each time */
export function createPhoneClock(offsetMs: () => number): PhoneClock {
  const nowMs = () => Date.now() + offsetMs()
  return {
    nowMs,
    Date: new Proxy(Date, {
      construct: (target, parts: unknown[], as) =>
        Reflect.construct(target, parts.length === 0 ? [nowMs()] : parts, as as typeof Date) as Date,
      apply: () => new Date(nowMs()).toString(),
      get: (target, name) => (name === 'now' ? nowMs : (Reflect.get(target, name) as unknown)),
    }),
  }
}
