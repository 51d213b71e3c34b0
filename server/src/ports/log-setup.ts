/** Where the searchable logs lie, seen by the command that prepares it. */

/** A template as it lies in server/elk/templates. */
export interface LogTemplate {
  readonly kind: 'component' | 'index'
  readonly name: string
  readonly version: number
  /** Of the body: tells a template that was changed by hand, or has another retention. */
  readonly digest: string
  readonly body: Readonly<Record<string, unknown>>
}

export interface FoundTemplate {
  /** Null: somebody put it there without one. */
  readonly version: number | null
  /** The digest that it was put with; null: not by us. */
  readonly digest: string | null
}

export interface LogStream {
  readonly name: string
  readonly mappingVersion: number
  /** As Elasticsearch writes it: `180d`. */
  readonly retention: string
  /** The whole mapping, for indices that are there already. */
  readonly mappings: Readonly<Record<string, unknown>>
  /** A document that the mapping takes; it goes in and out again, because a stream comes to be with its first one. */
  readonly probe: Readonly<Record<string, unknown>>
}

export interface LogSetupTarget {
  /** E.g. `8.19.7`. */
  serverVersion(): Promise<string>
  findTemplate(template: Pick<LogTemplate, 'kind' | 'name'>): Promise<FoundTemplate | null>
  putTemplate(template: LogTemplate): Promise<void>
  /** The version of the stream's oldest index; null when there is no stream. */
  streamVersion(name: string): Promise<number | null>
  createStream(stream: LogStream): Promise<void>
  /** Gives the stream's indices the fields that came new. */
  updateStream(stream: LogStream): Promise<void>
  /** Null where it cannot be read. */
  streamRetention(name: string): Promise<string | null>
  setRetention(stream: Pick<LogStream, 'name' | 'retention'>): Promise<void>
}
