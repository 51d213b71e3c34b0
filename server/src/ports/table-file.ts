/** A table of texts as a file brings it, line by line. */

export type TableLine =
  | {
      readonly kind: 'cells'
      /** Where it begins in the file, from 1. */
      readonly line: number
      readonly cells: readonly string[]
    }
  /** The rest cannot be read. */
  | { readonly kind: 'unreadable'; readonly line: number | null; readonly problem: 'not_utf8' | 'not_csv' }

/** Empty lines are left out. */
export type TableLines = AsyncIterable<TableLine>
