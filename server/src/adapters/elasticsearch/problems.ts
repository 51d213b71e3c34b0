/** Elasticsearch refused documents for what they are: repeating them helps nothing, an operator has to look. */
export class DocumentsRefused extends Error {
  constructor(
    readonly refused: readonly { readonly id: string; readonly reason: string }[],
    total: number,
  ) {
    const [first] = refused
    super(`Elasticsearch refused ${refused.length} of ${total} documents, first ${first?.id}: ${first?.reason}`)
    this.name = 'DocumentsRefused'
  }
}

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
