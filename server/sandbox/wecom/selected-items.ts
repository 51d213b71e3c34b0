import type { CallbackContent } from './callbacks'
import type { CardSelection, TemplateCard } from './cards/card'
import type { SandboxBehaviour } from './options'
import type { XmlContent } from './xml'

/** The `SelectedItems` of an event: what the person chose, else what the card has chosen already. */
export function selectedItems(
  card: TemplateCard,
  selected: Readonly<Record<string, readonly string[]>>,
  spelling: SandboxBehaviour['optionIdsSpelling'],
): { readonly refused: string } | { readonly more: CallbackContent } {
  const questions = [
    ...(card.button_selection ? [card.button_selection] : []),
    ...(card.checkbox ? [card.checkbox] : []),
    ...(card.select_list ?? []),
  ]
  const items: (readonly [string, XmlContent])[] = []
  for (const question of questions) {
    const ids = selected[question.question_key] ?? chosenAlready(question)
    if (!ids.every((id) => question.option_list.some((option) => option.id === id)))
      return { refused: 'no such option' }
    const options = ids.map((id) => [spelling.slice(0, -1), id] as const)
    items.push([
      'SelectedItem',
      [
        ['QuestionKey', question.question_key],
        [spelling, options],
      ],
    ])
  }
  return { more: items.length === 0 ? [] : [['SelectedItems', items]] }
}

function chosenAlready({ selected_id: id, option_list: options }: CardSelection): readonly string[] {
  if (id !== undefined) return [id]
  return options.filter((option) => option.is_checked === true).map((option) => option.id)
}
