import autocannon from 'autocannon'

export interface PreparedRequest {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface LoadFigures {
  readonly requestsPerSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Answers other than 2xx, and connections that failed. */
  readonly faults: number
}

const CONNECTIONS = 64

/** Sends every request once over 64 kept connections. */
export async function sendAll(baseUrl: string, requests: readonly PreparedRequest[]): Promise<LoadFigures> {
  let next = 0
  const startedAt = performance.now()
  let lastAnswerAt = startedAt
  const options: autocannon.Options = {
    url: `${baseUrl}/api/v1/check-ins`,
    connections: CONNECTIONS,
    amount: requests.length,
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => {
          const prepared = requests[next++ % requests.length] as PreparedRequest
          return { ...request, method: 'POST', headers: { ...prepared.headers }, body: prepared.body }
        },
      },
    ],
  }
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(options, (error: Error | null, done) => (error === null ? resolve(done) : reject(error)))
    // autocannon itself looks up once a second: too coarse for a run of a second or two.
    run.on('response', () => (lastAnswerAt = performance.now()))
  })
  return {
    requestsPerSecond: (requests.length * 1_000) / (lastAnswerAt - startedAt),
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    faults: result.non2xx + result.errors,
  }
}
