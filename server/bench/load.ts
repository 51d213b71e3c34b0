import autocannon from 'autocannon'

export interface PreparedRequest {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface LoadFigures {
  readonly requestsPerSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Answers other than 2xx by status and code, e.g. `503 BUSY_TRY_AGAIN`, and connections that failed. */
  readonly faults: ReadonlyMap<string, number>
}

const CONNECTIONS = 64
/** autocannon's own 10 s are too few for check-ins one by one on a machine that others use: slow is no fault. */
const TIMEOUT_SECONDS = 60

/** Sends every request once over 64 kept connections. */
export async function sendAll(baseUrl: string, requests: readonly PreparedRequest[]): Promise<LoadFigures> {
  let next = 0
  const startedAt = performance.now()
  let lastAnswerAt = startedAt
  const faults = new Map<string, number>()
  const countFault = (kind: string, times = 1) => faults.set(kind, (faults.get(kind) ?? 0) + times)
  const options: autocannon.Options = {
    url: `${baseUrl}/api/v1/check-ins`,
    connections: CONNECTIONS,
    timeout: TIMEOUT_SECONDS,
    amount: requests.length,
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => {
          const prepared = requests[next++ % requests.length] as PreparedRequest
          return { ...request, method: 'POST', headers: { ...prepared.headers }, body: prepared.body }
        },
        onResponse: (status, body) => {
          if (status < 200 || status > 299) countFault(`${status} ${codeOf(body)}`)
        },
      },
    ],
  }
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(options, (error: Error | null, done) => (error === null ? resolve(done) : reject(error)))
    // autocannon itself looks up once a second: too coarse for a run of a second or two.
    run.on('response', () => (lastAnswerAt = performance.now()))
  })
  // autocannon counts timeouts among the errors.
  if (result.timeouts > 0) countFault(`no answer within ${TIMEOUT_SECONDS} s`, result.timeouts)
  if (result.errors > result.timeouts) countFault('connection broken', result.errors - result.timeouts)
  return {
    requestsPerSecond: (requests.length * 1_000) / (lastAnswerAt - startedAt),
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    faults,
  }
}

/** The error's stable code, or the beginning of what came instead. */
function codeOf(body: string): string {
  try {
    return String((JSON.parse(body) as { readonly code?: unknown }).code)
  } catch {
    return body.slice(0, 80)
  }
}
