import type { BuiltInTag } from '../framework/register-built-ins'

export const textTag: BuiltInTag = {
  properties: { selectable: false, userSelect: false, space: '', decode: false, overflow: 'visible', maxLines: '' },
  attach(node) {
    return {
      update() {
        const canSelect = node.data['selectable'] === true || node.data['userSelect'] === true
        node.getBackendElement().style.userSelect = canSelect ? 'text' : ''
      },
    }
  },
}

const ICONS: Readonly<Record<string, string>> = {
  success: '✓',
  success_no_circle: '✓',
  warn: '!',
  info: 'i',
  cancel: '×',
  clear: '×',
}

export const iconTag: BuiltInTag = {
  properties: { type: '', size: 23, color: '' },
  attach: (node) => ({
    update() {
      const { type, size, color } = node.data
      const element = node.getBackendElement()
      element.textContent = ICONS[String(type)] ?? ''
      element.style.fontSize = `${Number(size)}px`
      element.style.color = String(color ?? '')
    },
  }),
}

export const progressTag: BuiltInTag = {
  properties: { percent: 0, showInfo: false, strokeWidth: 6, activeColor: '', backgroundColor: '', active: false },
  attach(node) {
    const bar = document.createElement('progress')
    bar.max = 100
    node.getBackendElement().append(bar)
    return {
      update: () => {
        bar.value = Number(node.data['percent'])
      },
    }
  },
}

/** Text nodes and tag names alone: the rest of what may stand there is not used here. */
export const richTextTag: BuiltInTag = {
  properties: { nodes: '', space: '' },
  attach: (node) => ({
    update() {
      const { nodes } = node.data
      if (typeof nodes !== 'string') return
      const parsed = new DOMParser().parseFromString(nodes, 'text/html')
      for (const script of parsed.querySelectorAll('script, style')) script.remove()
      node.getBackendElement().replaceChildren(...parsed.body.childNodes)
    },
  }),
}
