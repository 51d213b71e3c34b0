import { emit, isYes, type BuiltInTag } from '../framework/register-built-ins'
import type { Phone } from '../phone'
import { button, element } from '../screen/screen'

type Row = string | Readonly<Record<string, unknown>>

/** Picks by the browser's own fields in a sheet. */
export function pickerTag({ screen }: Pick<Phone, 'screen'>): BuiltInTag {
  return {
    properties: {
      mode: 'selector',
      range: [],
      rangeKey: '',
      value: 0,
      disabled: false,
      start: '',
      end: '',
      fields: 'day',
      name: '',
      headerText: '',
    },
    attach: (node) => ({
      tap() {
        if (isYes(node.data['disabled'])) return
        screen.sheet((box, close) => {
          box.setAttribute('role', 'dialog')
          const read = fieldsFor(node.data, box, (column, value) => emit(node, 'columnchange', { column, value }))
          const buttons = element('div', 'dialog-buttons')
          const cancel = () => {
            close()
            emit(node, 'cancel', {})
          }
          const confirm = () => {
            close()
            const value = read()
            node.setData({ value })
            emit(node, 'change', { value })
          }
          buttons.append(button('取消', 'dialog-cancel', cancel), button('确定', 'dialog-confirm', confirm))
          box.append(buttons)
        })
      },
    }),
  }
}

function fieldsFor(
  data: Readonly<Record<string, unknown>>,
  box: HTMLElement,
  columnChange: (column: number, value: number) => void,
): () => unknown {
  const { mode, value, fields, start, end, range, rangeKey } = data
  if (mode === 'date' || mode === 'time') {
    const field = element('input', 'picker-field')
    field.type = mode === 'time' ? 'time' : fields === 'month' ? 'month' : 'date'
    Object.assign(field, { value: String(value || ''), min: String(start), max: String(end) })
    box.append(field)
    return () => field.value
  }
  const columns = (mode === 'multiSelector' ? range : [range]) as readonly (readonly Row[])[]
  const chosen = mode === 'multiSelector' ? (value as readonly number[]) : [value]
  const lists = columns.map((rows, column) => {
    const list = element('select', 'picker-field')
    rows.forEach((row, index) => list.append(new Option(labelOf(row, String(rangeKey)), String(index))))
    list.selectedIndex = Number(chosen[column]) || 0
    list.addEventListener('change', () => columnChange(column, list.selectedIndex))
    box.append(list)
    return list
  })
  return () =>
    mode === 'multiSelector' ? lists.map((list) => list.selectedIndex) : String(lists[0]?.selectedIndex ?? 0)
}

function labelOf(row: Row, key: string): string {
  return String(typeof row === 'object' ? row[key] : row)
}
