import { errors } from '@elastic/elasticsearch'
import { AppError } from '../../app-error'
import { DocumentsRefused } from './documents-refused'

/** The log was not set up, or by an older version. */
export class NotSetUp extends Error {
  constructor(stream: string, found: number | null, needed: number) {
    const state = found === null ? 'is not there' : `has mapping version ${found}, needed is ${needed}`
    super(`Data stream ${stream} ${state}: run npm run elk:setup`)
    this.name = 'NotSetUp'
  }
}

const LONGEST_REASON = 300

/** @param reason Elasticsearch's own words: they end with the value that it did not like, which is left out */
export function withoutValue(type: string | undefined, reason: string | null | undefined): string {
  const text = (reason ?? '').replace(/\s*Preview of field's value:[\s\S]*$/, '')
  return `${type ?? 'unknown'}: ${text}`.slice(0, LONGEST_REASON)
}

const BAD_REQUEST = 400

/** Whether Elasticsearch itself fares badly; else it answered, and what it was asked is at fault. */
export function isOutage(error: unknown): boolean {
  if (error instanceof DocumentsRefused) return false
  return !(error instanceof errors.ResponseError && error.statusCode === BAD_REQUEST)
}

/** What somebody is told who searches meanwhile. */
export function unavailable(cause: unknown, retryAfterSeconds: number): AppError {
  const text = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)
  const internalText = `Elasticsearch: ${text}`.slice(0, LONGEST_REASON)
  return new AppError('EVENT_LOG_UNAVAILABLE', { cause, internalText, retryAfterSeconds })
}
