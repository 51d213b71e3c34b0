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
