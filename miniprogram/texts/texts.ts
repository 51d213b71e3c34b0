import { zh } from './zh'

/** What another language has to say: every sentence of the catalogue, with the same figures. */
export type Texts = Widened<typeof zh>

type Widened<Value> = Value extends string
  ? string
  : Value extends (...figures: infer Figures) => string
    ? (...figures: Figures) => string
    : { readonly [Key in keyof Value]: Widened<Value[Key]> }

export const texts: Texts = zh
