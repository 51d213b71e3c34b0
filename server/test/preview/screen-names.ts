/** What a screen reader says of each control: none without a name. */
import type { BrowserPhone } from './browser-phone'

export interface NamelessControl {
  readonly element: string
  readonly detail: string
}

/**
 * Controls of the page on top without a name: neither text nor `aria-label`, for a field also none on a group around it. A
 * placeholder is no name: it goes as soon as something is written.
 */
export function namelessControls({ page }: BrowserPhone): Promise<NamelessControl[]> {
  return page.evaluate(() => {
    const view = document.querySelector('.page-view:not([hidden])')
    if (view === null) return []
    const controls =
      'input,textarea,wx-button,wx-switch,wx-picker,[role=button],[role=switch],[role=tab],[role=textbox]'
    const labelOf = (element: Element) => element.getAttribute('aria-label')?.trim() ?? ''
    const isField = (element: Element) => element.matches('input,textarea,[role=textbox]')
    const isNamed = (element: Element): boolean => {
      if (labelOf(element) !== '') return true
      if (!isField(element)) return (element.textContent ?? '').trim() !== ''
      const around = element.closest('[role=group][aria-label],wx-label')
      return around !== null && (labelOf(around) !== '' || around.matches('wx-label'))
    }
    return (
      [...view.querySelectorAll(controls)]
        .filter((element) => element.checkVisibility() && element.closest('[aria-hidden]') === null)
        // What stands for a built-in field is named by the field itself.
        .filter((element) => !element.matches('wx-input,wx-textarea,[type=file]') && !isNamed(element))
        .map((element) => {
          const classes = [...(element.closest('[class]')?.classList ?? [])].map((name) => `.${name}`).join('')
          return { element: `${element.tagName.toLowerCase()}${classes}`, detail: 'has no name' }
        })
    )
  })
}
