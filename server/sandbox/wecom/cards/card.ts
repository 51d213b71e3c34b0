/** A template card as message/send takes it (document 90236). Checked by `checkCard` before anything else reads it. */
export const CARD_TYPES = [
  'text_notice',
  'news_notice',
  'button_interaction',
  'vote_interaction',
  'multiple_interaction',
] as const
export type CardType = (typeof CARD_TYPES)[number]

/** Whose presses call back, and which therefore get a response_code from message/send. */
export const INTERACTIVE: readonly CardType[] = ['button_interaction', 'vote_interaction', 'multiple_interaction']

export interface CardLink {
  /** 0 none, 1 url, 2 mini-program */
  readonly type?: number
  readonly url?: string
  readonly appid?: string
  readonly pagepath?: string
}

export interface CardOption {
  readonly id: string
  readonly text: string
  readonly is_checked?: boolean
}

export interface CardSelection {
  readonly question_key: string
  readonly title?: string
  readonly option_list: readonly CardOption[]
  readonly selected_id?: string
  readonly disable?: boolean
}

export interface TemplateCard {
  readonly card_type: CardType
  readonly task_id?: string
  readonly source?: { readonly icon_url?: string; readonly desc?: string; readonly desc_color?: number }
  readonly action_menu?: {
    readonly desc?: string
    readonly action_list: readonly { readonly text: string; readonly key: string }[]
  }
  readonly main_title?: { readonly title?: string; readonly desc?: string }
  readonly quote_area?: CardLink & { readonly title?: string; readonly quote_text?: string }
  readonly emphasis_content?: { readonly title?: string; readonly desc?: string }
  readonly sub_title_text?: string
  readonly horizontal_content_list?: readonly CardRow[]
  readonly jump_list?: readonly (CardLink & { readonly title: string })[]
  readonly card_action?: CardLink
  readonly card_image?: { readonly url: string; readonly aspect_ratio?: number }
  readonly image_text_area?: CardLink & {
    readonly title?: string
    readonly desc?: string
    readonly image_url: string
  }
  readonly vertical_content_list?: readonly { readonly title: string; readonly desc?: string }[]
  readonly button_selection?: CardSelection
  readonly button_list?: readonly CardButton[]
  readonly checkbox?: Omit<CardSelection, 'selected_id' | 'title'> & { readonly mode?: number }
  readonly select_list?: readonly CardSelection[]
  readonly submit_button?: { readonly text: string; readonly key: string }
  /** Only in updates: greys the buttons to this text. */
  readonly replace_text?: string
}

export interface CardRow {
  /** 0 plain, 1 url, 2 file, 3 member */
  readonly type?: number
  readonly keyname: string
  readonly value?: string
  readonly url?: string
  readonly media_id?: string
  readonly userid?: string
}

export interface CardButton {
  /** 0 calls back, 1 opens a url */
  readonly type?: number
  readonly text: string
  readonly style?: number
  readonly key?: string
  readonly url?: string
}
