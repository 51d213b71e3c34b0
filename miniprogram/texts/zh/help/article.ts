/** Pages that an article may lead to. */
export const HELP_LINKS = [
  'home',
  'records',
  'requests',
  'rebind',
  'privacy',
  'myData',
  'settings',
  'locationPermission',
  'wecomPermission',
  'cameraPermission',
  'fault',
] as const
export type HelpLink = (typeof HELP_LINKS)[number]

/** One step; where it rests on what this server offers, also what to do without. */
export type Step = string | { readonly withCorrections: string; readonly otherwise: string }

export interface Article {
  readonly title: string
  /** What it is about, in short paragraphs. */
  readonly paragraphs: readonly string[]
  /** Why the rule is there: one sentence. */
  readonly why?: string
  /** What to do now, in this order. */
  readonly steps: readonly Step[]
  readonly links: readonly HelpLink[]
}

/** The article of a code says why. */
export type CodeArticle = Article & { readonly why: string }

/** What helps against a slot that was missed. */
export const ASK_FOR_CORRECTION: Step = {
  withCorrections: '到「记录」点开那一天，申请补卡，写清楚原因',
  otherwise: '联系人事，说明当时在哪里、做什么',
}
export const NOTHING_TO_DO = '不用处理。人事会看到这一条，需要时会来问你'
export const MAY_NEED_APPROVAL = '按公司规定要审批时，等主管审批，结果会通知你'
