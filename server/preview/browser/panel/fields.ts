import { button, element } from '../screen/screen'

let lastId = 0

/** A titled group of fields. */
export function group(title: string, ...parts: readonly (HTMLElement | null)[]): HTMLElement {
  const created = element('fieldset')
  created.append(element('legend', '', title), ...parts.filter((part) => part !== null))
  return created
}

export interface Choice {
  readonly value: string
  readonly text: string
  readonly group?: string
}

/** A list to choose one of. */
export function choose(
  label: string,
  choices: readonly Choice[],
  value: string,
  changed: (value: string) => void,
): HTMLElement {
  const list = element('select')
  const groups = new Map<string, HTMLOptGroupElement>()
  for (const choice of choices) {
    const option = new Option(choice.text, choice.value, false, choice.value === value)
    if (choice.group === undefined) list.append(option)
    else {
      const known = groups.get(choice.group) ?? element('optgroup')
      known.label = choice.group
      if (!groups.has(choice.group)) list.append(known)
      groups.set(choice.group, known)
      known.append(option)
    }
  }
  list.addEventListener('change', () => changed(list.value))
  return labelled(label, list)
}

/** A switch with its word. */
export function check(label: string, value: boolean, changed: (value: boolean) => void): HTMLElement {
  const row = element('label', 'check')
  const field = element('input')
  field.type = 'checkbox'
  field.checked = value
  field.addEventListener('change', () => changed(field.checked))
  row.append(field, element('span', '', label))
  return row
}

export function number(label: string, value: number, step: number, changed: (value: number) => void): HTMLElement {
  const field = element('input')
  Object.assign(field, { type: 'number', step: String(step), value: String(value) })
  field.addEventListener('change', () => {
    if (field.value !== '' && Number.isFinite(field.valueAsNumber)) changed(field.valueAsNumber)
  })
  return labelled(label, field)
}

export function row(...parts: readonly HTMLElement[]): HTMLElement {
  const created = element('div', 'row')
  created.append(...parts)
  return created
}

export function note(text: string): HTMLElement {
  return element('p', 'note', text)
}

export function press(text: string, pressed: () => void): HTMLElement {
  return button(text, 'press', pressed)
}

function labelled(text: string, field: HTMLElement): HTMLElement {
  const created = element('div', 'field')
  const label = element('label', '', text)
  lastId += 1
  field.id = `field-${lastId}`
  label.htmlFor = field.id
  created.append(label, field)
  return created
}
