import { nodeOf, type TagNode } from '../framework/glass-easel'
import { emit, isYes, setAttribute, type BuiltInTag } from '../framework/register-built-ins'

export const checkboxTag = choiceTag('checkbox')
export const radioTag = choiceTag('radio')

function choiceTag(type: 'checkbox' | 'radio'): BuiltInTag {
  return {
    properties: { value: '', checked: false, disabled: false, color: '' },
    attach(node) {
      const field = document.createElement('input')
      field.type = type
      field.tabIndex = -1
      node.getBackendElement().append(field)
      const choose = () => {
        if (isYes(node.data['disabled'])) return
        const group = nodeOf(node.getBackendElement().parentElement?.closest(`wx-${type}-group`))
        const members = group === null ? [] : descendants(group, `wx-${type}`)
        if (type === 'checkbox') node.setData({ checked: !isYes(node.data['checked']) })
        else for (const member of [...members, node]) member.setData({ checked: member === node })
        if (group === null) return
        const chosen = members.filter((member) => isYes(member.data['checked'])).map((member) => member.data['value'])
        emit(group, 'change', { value: type === 'radio' ? node.data['value'] : chosen })
      }
      return {
        update() {
          field.checked = isYes(node.data['checked'])
          field.disabled = isYes(node.data['disabled'])
        },
        tap: choose,
        activate: choose,
      }
    },
  }
}

export const switchTag: BuiltInTag = {
  properties: { checked: false, disabled: false, type: 'switch', color: '', name: '' },
  attach(node) {
    const element = node.getBackendElement()
    element.append(document.createElement('i'))
    const toggle = () => {
      if (isYes(node.data['disabled'])) return
      const checked = !isYes(node.data['checked'])
      node.setData({ checked })
      emit(node, 'change', { value: checked })
    }
    return {
      update() {
        const isOn = isYes(node.data['checked'])
        setAttribute(element, 'on', isOn)
        element.setAttribute('role', 'switch')
        element.setAttribute('aria-checked', String(isOn))
      },
      tap: toggle,
      activate: toggle,
    }
  },
}

export const sliderTag: BuiltInTag = {
  properties: { min: 0, max: 100, step: 1, value: 0, disabled: false, showValue: false, name: '', activeColor: '' },
  attach(node) {
    const field = document.createElement('input')
    field.type = 'range'
    node.getBackendElement().append(field)
    const tell = (type: 'change' | 'changing') => (event: Event) => {
      event.stopPropagation()
      const value = Number(field.value)
      if (type === 'change') node.setData({ value })
      emit(node, type, { value })
    }
    field.addEventListener('change', tell('change'))
    field.addEventListener('input', tell('changing'))
    return {
      update() {
        const { min, max, step, value, disabled } = node.data
        Object.assign(field, { min: String(min), max: String(max), step: String(step), disabled: isYes(disabled) })
        field.value = String(value)
      },
    }
  },
}

export function descendants(node: TagNode, selector: string): TagNode[] {
  return [...node.getBackendElement().querySelectorAll(selector)].map(nodeOf).filter((found) => found !== null)
}
