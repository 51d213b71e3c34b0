import type { CompiledApp } from '../../compiled-app'
import { createBackend } from './backend'
import { adapter, glassEasel, type UnitInstance, type UnitRoot } from './glass-easel'
import { registerBuiltIns, type BuiltInTags } from './register-built-ins'
import { teachCanvasNodes } from './selector-query'

type Definition = Record<string, unknown> & { behaviors?: unknown[]; properties?: Record<string, unknown> }
type Register = (definition: Definition) => unknown

export interface UnitEnvironment {
  readonly Page: Register
  readonly Component: Register
  readonly Behavior: Register
}

export interface CodeSpace {
  /** What `Page`, `Component` and `Behavior` mean while a unit's script runs. */
  inUnit<Result>(path: string, run: (environment: UnitEnvironment) => Result): Result
  createRoot(tag: string, path: string): UnitRoot
}

/** Behaviours that WeChat has built in, by the properties that they add; the framework does not know them. */
const WX_BEHAVIOURS: Readonly<Record<string, Record<string, unknown>>> = {
  'wx://form-field': { name: { type: String, value: '' }, value: { type: null, value: '' } },
}

/** The framework with all units of the app, before any script of it has run. */
export function createCodeSpace(app: CompiledApp, tags: BuiltInTags): CodeSpace {
  glassEasel.globalOptions.throwGlobalError = false
  const environment = new adapter.MiniProgramEnv()
  const space = environment.createCodeSpace('', true)
  keepPlainIds(space)
  const backend = environment.associateBackend(createBackend(app.builtIns) as never)
  const template = (path: string) => ({ groupList: app.templates, content: app.templates[path] }) as never
  registerBuiltIns(space, app.builtIns, tags, template('__slot__'))
  for (const [path, { configuration, scope }] of Object.entries(app.units)) {
    space.addComponentStaticConfig(path, configuration as never)
    space.addCompiledTemplate(path, template(path))
    // The sheet itself is linked by the page; the framework needs its prefix alone.
    space.addStyleSheet(path, undefined, scope ?? undefined)
  }
  return {
    inUnit: (path, run) =>
      space.componentEnv(path, ({ Page, Component, Behavior }) => {
        const register = (build: unknown) => (definition: Definition) => (build as Register)(withBehaviours(definition))
        return run({ Page: register(Page), Component: register(Component), Behavior: register(Behavior) })
      }),
    createRoot: (tag, path) => {
      const root = backend.createRoot(tag, space, path) as unknown as UnitRoot
      teachCanvasNodes(root.get() as UnitInstance)
      return root
    },
  }
}

/** Ids as written, for `#id` in WXSS and in tests; and a property may be called `id` or `dataset`. */
function keepPlainIds(space: object): void {
  const patched = space as { prepareComponentOptions(...parts: unknown[]): [Record<string, unknown>, unknown] }
  const prepare = patched.prepareComponentOptions.bind(space)
  patched.prepareComponentOptions = (...parts) => {
    const [options, isolation] = prepare(...parts)
    return [{ ...options, writeIdToDOM: true, writeFieldsToNode: false, idPrefixGenerator: null }, isolation]
  }
}

function withBehaviours(definition: Definition): Definition {
  if (!Array.isArray(definition?.behaviors)) return definition
  const names = definition.behaviors.filter((item): item is string => typeof item === 'string')
  const properties = Object.assign({}, ...names.map((name) => WX_BEHAVIOURS[name] ?? {}), definition.properties)
  return { ...definition, properties, behaviors: definition.behaviors.filter((item) => typeof item !== 'string') }
}
