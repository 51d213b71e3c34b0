/**
 * `true` when both types accept the same values, else `never`: holds a zod schema to its contract type both ways.
 * Read-only marks do not count: zod's arrays are mutable, the contract's are not.
 * Use: `export const matchesContract: AssertEqual<z.output<typeof schema>, ContractType> = true`.
 */
export type AssertEqual<A, B> = [Frozen<A>] extends [Frozen<B>]
  ? [Frozen<B>] extends [Frozen<A>]
    ? true
    : never
  : never

/** The type with every array and member read-only, all the way down. */
export type Frozen<Value> = Value extends (infer Item)[] | readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Frozen<Value[Key]> }
    : Value
