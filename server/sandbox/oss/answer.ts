/** An answer of the sandbox's before it is written. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | string
}

export function xmlAnswer(status: number, xml: string): Answer {
  return { status, headers: { 'content-type': 'application/xml' }, body: xml }
}

export function emptyAnswer(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers, body: '' }
}
