/** The framework's objects as they are used here: its own types leave half of this out. */
import * as adapter from 'glass-easel-miniprogram-adapter'

export { adapter }
export const glassEasel = adapter.glassEasel

/** A component of the framework, as the built-in tags see themselves. */
export interface TagNode {
  readonly is: string
  readonly data: Readonly<Record<string, unknown>>
  readonly ownerShadowRoot: { getHostNode(): TagNode } | null
  setData(changes: Readonly<Record<string, unknown>>): void
  getBackendElement(): HTMLElement
  triggerEvent(name: string, detail: unknown, options: { bubbles: boolean; composed: boolean }): void
  addListener(name: string, listener: (event: TagEvent) => void): void
}

export interface TagEvent {
  readonly detail: unknown
  readonly target: unknown
  getOriginalEvent?(): Event | undefined
}

/** The instance that page code calls `this`. */
export interface UnitInstance {
  route?: string
  options?: Readonly<Record<string, string>>
  readonly data: Readonly<Record<string, unknown>>
  setData(changes: Readonly<Record<string, unknown>>): void
  getTabBar?: () => UnitInstance | undefined
  getOpenerEventChannel?: () => unknown
  createSelectorQuery(): SelectorQuery
  createIntersectionObserver(options?: unknown): unknown
  [method: string]: unknown
}

export interface SelectorQuery {
  in(component: UnitInstance): SelectorQuery
  select(selector: string): NodesRef
  selectAll(selector: string): NodesRef
  selectViewport(): NodesRef
  exec(done?: (results: unknown[]) => void): void
}

export interface NodesRef {
  fields(fields: Readonly<Record<string, unknown>>, done?: (result: unknown) => void): SelectorQuery
}

/** A page or tab bar put into the document. */
export interface UnitRoot {
  get(): UnitInstance
  getComponent(): { triggerPageLifetime(name: string, parameters: unknown[]): void }
  attach(parent: unknown, placeholder: unknown): void
  release(): void
}

/** The framework keeps the node on its element. */
export function nodeOf(element: Element | null | undefined): TagNode | null {
  return (element as { __wxElement?: TagNode } | null | undefined)?.__wxElement ?? null
}
