import type { NodesRef, UnitInstance } from './glass-easel'

interface Result {
  context?: HTMLElement
  node?: unknown
}

const taught = new WeakSet<object>()

/** The framework's selector queries know no `node`: here it is the canvas inside the tag. Taught once, to all of them. */
export function teachCanvasNodes(instance: UnitInstance): void {
  const references = Object.getPrototypeOf(instance.createSelectorQuery().selectViewport()) as NodesRef & {
    node(done?: (result: unknown) => void): unknown
  }
  if (taught.has(references)) return
  taught.add(references)
  const fields = references.fields
  references.fields = function (asked, done) {
    if (asked['node'] !== true) return fields.call(this, asked, done)
    return fields.call(this, { ...asked, context: true }, (result) => {
      for (const item of [result].flat() as (Result | null)[]) if (item !== null) item.node = nodeIn(item.context)
      done?.(result)
    })
  }
  references.node = function (done) {
    return this.fields({ node: true }, done)
  }
}

function nodeIn(element: HTMLElement | undefined): unknown {
  return element?.querySelector('canvas') ?? element
}
