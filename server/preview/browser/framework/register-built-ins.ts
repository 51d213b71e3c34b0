import type { TagEvent, TagNode } from './glass-easel'

/** A tag that WeChat draws itself. */
export interface BuiltInTag {
  /** Property → default. */
  readonly properties?: Readonly<Record<string, unknown>>
  /** When the element enters the page. */
  readonly attach?: (node: TagNode) => TagInstance | void
}

export interface TagInstance {
  /** After every change of a property, and once at the start. */
  update?(): void
  tap?(event: TagEvent): void
  /** A label was tapped. */
  activate?(event: TagEvent): void
  /** When a form is reset. */
  reset?(): void
  detach?(): void
}

export type BuiltInTags = Readonly<Record<string, BuiltInTag>>

const instances = new WeakMap<object, TagInstance>()

export function instanceOf(node: TagNode): TagInstance {
  return instances.get(node) ?? {}
}

const COMMON = { ariaLabel: '', ariaRole: '', ariaHidden: '', ariaDisabled: '', ariaLive: '', role: '', hidden: false }

/** Makes the built-in tags known; those without a definition are plain boxes. */
export function registerBuiltIns(
  codeSpace: object,
  names: readonly string[],
  tags: BuiltInTags,
  template: never,
): void {
  const { getComponentSpace, _$sharedStyleScope } = codeSpace as {
    getComponentSpace(): {
      defineComponent(definition: unknown): { general(): unknown }
      setGlobalUsingComponent(name: string, definition: unknown): void
    }
    _$sharedStyleScope: number
  }
  const space = getComponentSpace.call(codeSpace)
  for (const name of names) {
    const { properties = {}, attach } = tags[name] ?? {}
    const definition = space.defineComponent({
      is: `wx://${name}`,
      options: { styleScope: _$sharedStyleScope, writeFieldsToNode: true },
      properties: Object.fromEntries(
        Object.entries({ ...COMMON, ...properties }).map(([key, value]) => [key, { type: typeOf(key, value), value }]),
      ),
      template,
      observers: [{ fields: '**', observer: changed }],
      lifetimes: {
        attached(this: TagNode) {
          const instance = attach?.(this) ?? {}
          instances.set(this, instance)
          changed.call(this)
          const { tap } = instance
          if (tap !== undefined) this.addListener('tap', (event) => tap.call(instance, event))
        },
        detached(this: TagNode) {
          instances.get(this)?.detach?.()
          instances.delete(this)
        },
      },
    })
    space.setGlobalUsingComponent(name, definition.general())
  }
}

function changed(this: TagNode): void {
  const instance = instances.get(this)
  if (instance === undefined) return
  const element = this.getBackendElement()
  const { hidden, ariaLabel, ariaRole, ariaHidden, ariaDisabled, ariaLive, role } = this.data
  setAttribute(element, 'hidden', hidden)
  setAttribute(element, 'aria-label', ariaLabel)
  setAttribute(element, 'aria-hidden', ariaHidden)
  setAttribute(element, 'aria-disabled', ariaDisabled)
  setAttribute(element, 'aria-live', ariaLive)
  if (ariaRole || role) setAttribute(element, 'role', ariaRole || role)
  instance.update?.()
}

/** Absent for what counts as no; empty for true. */
export function setAttribute(element: Element, name: string, value: unknown): void {
  if (value === undefined || value === null || value === false || value === '') element.removeAttribute(name)
  else element.setAttribute(name, value === true ? '' : String(value))
}

/** Properties whose values come in several types keep them. */
function typeOf(name: string, value: unknown): unknown {
  if (name === 'value' || name === 'checked') return null
  if (typeof value === 'boolean') return Boolean
  return typeof value === 'number' ? Number : null
}

export function isYes(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== 'false'
}

/** Such events do not bubble. */
export function emit(node: TagNode, name: string, detail: unknown): void {
  node.triggerEvent(name, detail, { bubbles: false, composed: false })
}
