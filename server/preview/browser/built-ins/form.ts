import { nodeOf } from '../framework/glass-easel'
import { emit, instanceOf, isYes, setAttribute, type BuiltInTag } from '../framework/register-built-ins'
import { descendants } from './choices'

const FIELDS = 'wx-input,wx-textarea,wx-switch,wx-slider,wx-picker,wx-radio-group,wx-checkbox-group'
const LABELLED = 'wx-checkbox,wx-radio,wx-switch,wx-input,wx-textarea,wx-button'

export const formTag: BuiltInTag = { properties: { reportSubmit: false } }

/** What a press of an open button is answered with; nothing here asks WeChat. */
const OPEN_EVENTS: Readonly<Record<string, string>> = {
  openSetting: 'opensetting',
  agreePrivacyAuthorization: 'agreeprivacyauthorization',
  contact: 'contact',
}

export const buttonTag: BuiltInTag = {
  properties: {
    size: 'default',
    type: 'default',
    plain: false,
    disabled: false,
    loading: false,
    formType: '',
    openType: '',
    hoverClass: 'button-hover',
    hoverStopPropagation: false,
    hoverStartTime: 20,
    hoverStayTime: 70,
    name: '',
    lang: 'en',
  },
  attach(node) {
    const element = node.getBackendElement()
    return {
      update() {
        const { size, type, plain, disabled, loading, ariaRole, role } = node.data
        if (!ariaRole && !role) element.setAttribute('role', 'button')
        setAttribute(element, 'size', size)
        setAttribute(element, 'type', type)
        setAttribute(element, 'plain', isYes(plain))
        setAttribute(element, 'disabled', isYes(disabled))
        setAttribute(element, 'loading', isYes(loading))
      },
      tap() {
        const { disabled, formType, openType } = node.data
        if (isYes(disabled)) return
        const form = nodeOf(element.parentElement?.closest('wx-form'))
        if (form !== null && formType === 'submit') {
          const named = descendants(form, FIELDS).filter(({ data }) => Boolean(data['name']))
          const value = named.map(({ data }) => [String(data['name']), data['value'] ?? data['checked']] as const)
          emit(form, 'submit', { value: Object.fromEntries(value) })
        }
        if (form !== null && formType === 'reset') {
          for (const field of descendants(form, FIELDS)) instanceOf(field).reset?.()
          emit(form, 'reset', {})
        }
        const event = OPEN_EVENTS[String(openType)]
        if (event !== undefined) emit(node, event, { errMsg: `${String(openType)}:ok` })
      },
    }
  },
}

export const labelTag: BuiltInTag = {
  properties: { for: '' },
  attach(node) {
    const element = node.getBackendElement()
    return {
      tap(event) {
        const named = String(node.data['for'] ?? '')
        const target = named === '' ? element.querySelector(LABELLED) : document.getElementById(named)
        const field = nodeOf(target)
        const touched = event.getOriginalEvent?.()?.target
        // A tap on the field itself has done its work already.
        if (field === null || (touched instanceof Node && target?.contains(touched) === true)) return
        const instance = instanceOf(field)
        ;(instance.activate ?? instance.tap)?.(event)
      },
    }
  },
}
