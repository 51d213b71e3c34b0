/** How every asynchronous call of `wx` answers: callbacks where some are given, else a promise. */
export interface Callbacks<Result> {
  readonly success?: (result: Result & { errMsg: string }) => void
  readonly fail?: (failure: Failure) => void
  readonly complete?: (answer: unknown) => void
}

export interface Failure {
  readonly errMsg: string
  readonly errno?: number
  readonly errCode?: number
}

/** What a call fails with; `reason` follows `name:fail ` in `errMsg`. */
export class WxFault extends Error {
  constructor(
    readonly reason: string,
    readonly codes: { readonly errno?: number; readonly errCode?: number } = {},
  ) {
    super(reason)
  }
}

export type Call<Options, Result> = (options?: Options & Callbacks<Result>) => Promise<Result> | undefined

export function call<Options extends object, Result extends object | void>(
  name: string,
  run: (options: Options) => Result | Promise<Result>,
): Call<Options, Result> {
  return (options) => {
    const given = (options ?? {}) as Options & Callbacks<Result>
    const { success, fail, complete } = given
    const answered = Promise.resolve()
      .then(() => run(given))
      .then((result) => ({ ...(result as Result & object), errMsg: `${name}:ok` }))
    if (!success && !fail && !complete) {
      return answered.catch((error: unknown) => {
        // As WeChat does: what it rejects with is an object, not an Error.
        // eslint-disable-next-line @typescript-eslint/only-throw-error
        throw failureOf(name, error)
      })
    }
    answered
      .then(
        (result) => {
          success?.(result)
          complete?.(result)
        },
        (error: unknown) => {
          const failure = failureOf(name, error)
          fail?.(failure)
          complete?.(failure)
        },
      )
      .catch((error: unknown) => reportError(error))
    return undefined
  }
}

export function failureOf(name: string, error: unknown): Failure {
  if (error instanceof WxFault) return { errMsg: `${name}:fail ${error.reason}`, ...error.codes }
  return { errMsg: `${name}:fail ${error instanceof Error ? error.message : String(error)}` }
}
