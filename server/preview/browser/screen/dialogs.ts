import { button, element, type Screen } from './screen'

export interface DialogTexts {
  readonly title: string
  readonly content: string
  readonly confirm: string
  /** Null: there is no way but forward. */
  readonly cancel: string | null
}

/** A dialog of the system. @returns whether it was confirmed */
export function askDialog(screen: Screen, texts: DialogTexts): Promise<boolean> {
  return new Promise((resolve) => {
    screen.sheet((box, close) => {
      box.setAttribute('role', 'dialog')
      box.setAttribute('aria-label', texts.title || texts.content)
      if (texts.title !== '') box.append(element('b', 'dialog-title', texts.title))
      if (texts.content !== '') box.append(element('p', 'dialog-text', texts.content))
      const row = element('div', 'dialog-buttons')
      const answer = (confirmed: boolean) => () => {
        close()
        resolve(confirmed)
      }
      if (texts.cancel !== null) row.append(button(texts.cancel, 'dialog-cancel', answer(false)))
      row.append(button(texts.confirm, 'dialog-confirm', answer(true)))
      box.append(row)
    }, 'phone-dialog')
  })
}

/** @returns the index of what was chosen; null: nothing */
export function askActionSheet(screen: Screen, items: readonly string[]): Promise<number | null> {
  return new Promise((resolve) => {
    screen.sheet((box, close) => {
      box.setAttribute('role', 'dialog')
      const choose = (index: number | null) => () => {
        close()
        resolve(index)
      }
      items.forEach((item, index) => box.append(button(item, 'sheet-item', choose(index))))
      box.append(button('取消', 'sheet-item sheet-cancel', choose(null)))
    })
  })
}
