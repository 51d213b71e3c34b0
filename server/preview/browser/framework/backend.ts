import { browserLengths } from '../../lengths'
import { glassEasel } from './glass-easel'

interface EventOptions {
  originalEvent: Event
  bubbles: boolean
  extraFields?: Readonly<Record<string, unknown>>
}

interface Point {
  readonly identifier: number
  readonly pageX: number
  readonly pageY: number
  readonly clientX: number
  readonly clientY: number
  readonly x: number
  readonly y: number
}

/** The framework on this document: built-in tags become `wx-…`, and events carry touches as in a mini-program. */
export function createBackend(builtIns: readonly string[]): object {
  const tags = new Set([...builtIns, 'page'])
  const backend = new glassEasel.CurrentWindowBackendContext()
  Object.assign(backend, {
    document: {
      createElement: (tag: string) => createElement(tags.has(tag) ? `wx-${tag}` : tag),
      createTextNode: (text: string) => document.createTextNode(text),
      createDocumentFragment: () => document.createDocumentFragment(),
    },
  })
  backend.onEvent(((target: never, type: string, detail: unknown, options: EventOptions) => {
    options.extraFields = touchesOf(type, options.originalEvent as TouchEvent & MouseEvent)
    if (type === 'transitionend' || type === 'animationend') options.bubbles = true
    const event = new glassEasel.Event(type, detail, options as never)
    glassEasel.Event.dispatchEvent(target, event)
    return event.getEventBubbleStatus()
  }) as never)
  return backend
}

/** The page's policy forbids style attributes; styles set by script it allows. */
function createElement(tag: string): HTMLElement {
  const element = document.createElement(tag)
  const set = element.setAttribute.bind(element)
  element.setAttribute = (name, value) => {
    if (name === 'style') element.style.cssText = browserLengths(value)
    else set(name, value)
  }
  return element
}

function touchesOf(type: string, event: TouchEvent & MouseEvent) {
  const list = (touches: TouchList | undefined) => [...(touches ?? [])].map(pointOf)
  const mouse = event.clientX === undefined ? [] : [pointOf({ ...pick(event), identifier: 0 })]
  const isOver = /end|up|cancel/.test(type)
  return {
    touches: event.touches ? list(event.touches) : isOver ? [] : mouse,
    changedTouches: event.changedTouches ? list(event.changedTouches) : mouse,
  }
}

function pick({ pageX, pageY, clientX, clientY }: MouseEvent) {
  return { pageX, pageY, clientX, clientY }
}

function pointOf(touch: Omit<Point, 'x' | 'y'>): Point {
  const { identifier, pageX, pageY, clientX, clientY } = touch
  return { identifier, pageX, pageY, clientX, clientY, x: clientX, y: clientY }
}
