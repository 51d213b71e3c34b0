/** The part of the Prisma schema language that this product uses, as data. */

export type ScalarType = 'String' | 'Int' | 'Float' | 'Boolean' | 'DateTime'

export interface Column {
  readonly name: string
  readonly type: ScalarType
  readonly nullable: boolean
  /** As written: a number, `true`, `false` or a quoted string; null without `@default`. */
  readonly defaultValue: string | null
  /** `@db.VarChar(36)` → name `VarChar`, argument `36`; null where the schema leaves it to Prisma. */
  readonly nativeType: { readonly name: string; readonly argument: string | null } | null
}

export interface Index {
  /** The name in the database. */
  readonly name: string
  readonly columns: readonly string[]
  readonly unique: boolean
  /** The SQL predicate of a filtered index. */
  readonly where: string | null
}

export interface ForeignKey {
  readonly name: string
  readonly columns: readonly string[]
  readonly referencedModel: string
  readonly referencedColumns: readonly string[]
}

export interface Model {
  readonly name: string
  readonly columns: readonly Column[]
  readonly primaryKey: readonly string[]
  readonly indexes: readonly Index[]
  readonly foreignKeys: readonly ForeignKey[]
}
