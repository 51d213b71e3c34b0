import type { TagNode } from '../framework/glass-easel'
import { emit, isYes, type BuiltInTag } from '../framework/register-built-ins'

const PROPERTIES = {
  value: '',
  type: 'text',
  password: false,
  placeholder: '',
  placeholderStyle: '',
  placeholderClass: '',
  disabled: false,
  maxlength: 140,
  focus: false,
  autoFocus: false,
  confirmType: 'done',
  confirmHold: false,
  name: '',
  cursor: -1,
  cursorSpacing: 0,
  adjustPosition: true,
  holdKeyboard: false,
  autoHeight: false,
  fixed: false,
  selectionStart: -1,
  selectionEnd: -1,
  showConfirmBar: true,
  alwaysEmbed: false,
  disableDefaultPadding: false,
  cursorColor: '',
}

const INPUT_MODES: Readonly<Record<string, string>> = { number: 'numeric', digit: 'decimal' }

export const inputTag: BuiltInTag = {
  properties: PROPERTIES,
  attach(node) {
    const field = document.createElement('input')
    const instance = attachField(node, field)
    listen(field, 'keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Enter') emit(node, 'confirm', { value: field.value })
    })
    return {
      ...instance,
      update() {
        field.type = isYes(node.data['password']) ? 'password' : 'text'
        field.inputMode = INPUT_MODES[String(node.data['type'])] ?? 'text'
        instance.update()
      },
    }
  },
}

export const textareaTag: BuiltInTag = {
  properties: PROPERTIES,
  attach(node) {
    const field = document.createElement('textarea')
    const instance = attachField(node, field)
    const grow = () => {
      if (!isYes(node.data['autoHeight'])) return
      node.getBackendElement().style.height = 'auto'
      field.style.height = 'auto'
      field.style.height = `${field.scrollHeight}px`
    }
    field.addEventListener('input', grow)
    return {
      ...instance,
      update() {
        instance.update()
        grow()
      },
    }
  },
}

function attachField(node: TagNode, field: HTMLInputElement | HTMLTextAreaElement) {
  let wasFocused = false
  node.getBackendElement().append(field)
  listen(field, 'input', () => {
    node.setData({ value: field.value })
    const cursor = field.selectionStart ?? field.value.length
    emit(node, 'input', { value: field.value, cursor, keyCode: 0 })
  })
  listen(field, 'focus', () => emit(node, 'focus', { value: field.value, height: 0 }))
  listen(field, 'blur', () => emit(node, 'blur', { value: field.value, cursor: 0 }))
  listen(field, 'change', () => undefined)
  return {
    update() {
      const { value, placeholder, disabled, maxlength, focus, autoFocus, ariaLabel } = node.data
      const text = String(value ?? '')
      if (field.value !== text) field.value = text
      field.placeholder = String(placeholder ?? '')
      field.disabled = isYes(disabled)
      if (ariaLabel) field.setAttribute('aria-label', String(ariaLabel))
      if (Number(maxlength) >= 0) field.maxLength = Number(maxlength)
      else field.removeAttribute('maxlength')
      const isFocused = isYes(focus) || isYes(autoFocus)
      if (isFocused && !wasFocused) setTimeout(() => field.focus())
      wasFocused = isFocused
    },
    activate: () => field.focus(),
    reset: () => node.setData({ value: '' }),
  }
}

/** The browser's own events end at the tag: it sends WeChat's. */
function listen(field: HTMLElement, name: string, listener: (event: Event) => void): void {
  field.addEventListener(name, (event) => {
    event.stopPropagation()
    listener(event)
  })
}
