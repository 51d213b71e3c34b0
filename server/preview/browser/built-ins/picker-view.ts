import { nodeOf } from '../framework/glass-easel'
import { emit, type BuiltInTag } from '../framework/register-built-ins'

/** Columns scroll and snap; the row in the middle is the chosen one. */
export const pickerViewTag: BuiltInTag = {
  properties: {
    value: [],
    indicatorStyle: '',
    indicatorClass: '',
    maskStyle: '',
    maskClass: '',
    immediateChange: false,
  },
  attach(node) {
    const element = node.getBackendElement()
    const columns = () => [...element.querySelectorAll<HTMLElement>('wx-picker-view-column')]
    const tell = () => emit(node, 'change', { value: columns().map(chosenRow) })
    element.addEventListener('scrollend', tell, { capture: true })
    return {
      update() {
        const value = node.data['value'] as readonly number[]
        requestAnimationFrame(() =>
          columns().forEach((column, index) => (column.scrollTop = (value[index] ?? 0) * rowHeight(column))),
        )
      },
    }
  },
}

export const pickerColumnTag: BuiltInTag = {}

function chosenRow(column: HTMLElement): number {
  return Math.round(column.scrollTop / rowHeight(column))
}

function rowHeight(column: HTMLElement): number {
  const row = [...column.children].find((child) => nodeOf(child) !== null) as HTMLElement | undefined
  return row?.offsetHeight || 1
}
