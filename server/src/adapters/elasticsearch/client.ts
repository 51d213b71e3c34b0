import { Client, type ClientOptions } from '@elastic/elasticsearch'

export interface ElasticsearchAccess {
  readonly nodeUrls: readonly string[]
  /** Null: no authentication, for a node that only we reach. */
  readonly auth: { readonly apiKey: string } | { readonly username: string; readonly password: string } | null
  /** PEM of the authority that signed the nodes' certificates; null: those that Node.js knows. */
  readonly caPem: string | null
}

/** One request; what is longer than this counts as down. Three of them end before the relay gives a delivery up. */
const REQUEST_TIMEOUT_MS = 8_000

/** Retries are the callers': the client's own would multiply with theirs. */
export function createElasticsearchClient(
  { nodeUrls, auth, caPem }: ElasticsearchAccess,
  requestTimeoutMs: number = REQUEST_TIMEOUT_MS,
): Client {
  const options: ClientOptions = { nodes: [...nodeUrls], requestTimeout: requestTimeoutMs, maxRetries: 0 }
  if (auth !== null) options.auth = { ...auth }
  if (caPem !== null) options.tls = { ca: caPem, rejectUnauthorized: true }
  return new Client(options)
}
