import type { CompiledApp } from '../../compiled-app'

/** What every module sees beside `require`; the order is the compiler's. */
export interface PhoneGlobals {
  readonly wx: unknown
  readonly App: unknown
  readonly Page: unknown
  readonly Component: unknown
  readonly Behavior: unknown
  readonly getApp: unknown
  readonly getCurrentPages: unknown
  readonly Date: unknown
}

/** Runs CommonJS modules, each once. @param globals asked each time a module starts: `Page` differs by file */
export function createModules(app: CompiledApp, globals: () => PhoneGlobals): (id: string) => unknown {
  const cache = new Map<string, { exports: unknown }>()
  function load(id: string): unknown {
    const known = cache.get(id)
    if (known !== undefined) return known.exports
    const found = app.modules[id]
    if (found === undefined) throw new Error(`module ${id} is not in this build`)
    const module = { exports: {} as unknown }
    cache.set(id, module)
    const { wx, App, Page, Component, Behavior, getApp, getCurrentPages, Date } = globals()
    const require = (reference: string) => load(found.references[reference] ?? reference)
    found.run(require, module, module.exports, wx, App, Page, Component, Behavior, getApp, getCurrentPages, Date)
    return module.exports
  }
  return load
}
