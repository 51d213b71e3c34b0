/** What the compiler hands to the runtime in the browser, as `globalThis.COMPILED_APP`. */
import type { AppConfiguration, Themes, UnitConfiguration } from './app-configuration'

export interface CompiledApp {
  readonly app: AppConfiguration
  readonly theme: Themes | null
  readonly pages: readonly string[]
  readonly builtIns: readonly string[]
  /** Pages and components by path, each after those that it uses. */
  readonly units: Readonly<Record<string, UnitForRuntime>>
  readonly appScript: string | null
  readonly modules: Readonly<Record<string, RuntimeModule>>
  /** Templates of glass-easel by path. */
  readonly templates: Readonly<Record<string, unknown>>
}

export interface UnitForRuntime {
  readonly configuration: UnitConfiguration
  readonly script: string
  /** Prefix of its classes; null: none. */
  readonly scope: string | null
}

export interface RuntimeModule {
  readonly references: Readonly<Record<string, string>>
  /** The three of CommonJS, then what phones have of their own; the rest of its parameters hides the browser. */
  readonly run: (
    require: (reference: string) => unknown,
    module: { exports: unknown },
    exports: unknown,
    ...phone: unknown[]
  ) => void
}
