import { texts } from '../../texts/texts'

export interface StartView {
  readonly title: string
  readonly text: string
  /** Empty where trying again helps nothing. */
  readonly action: string
}

const words = texts.start

/** Why the way in ended: pure. @param text the server's own words, where it said something */
export function startView(why: string, text: string): StartView {
  switch (why) {
    case 'outside_wecom':
      return { title: words.outsideTitle, text: words.outsideText, action: '' }
    case 'WRONG_COMPANY':
      return { title: words.wrongCompanyTitle, text, action: words.retry }
    case 'EMPLOYEE_UNKNOWN':
      return { title: words.unknownTitle, text, action: words.retry }
    case 'timeout':
    case 'failed':
      return { title: words.loginTitle, text: words.loginText, action: words.retry }
    case 'storage_full':
      return { title: words.fullTitle, text: words.fullText, action: words.retry }
    case 'unreachable':
      return { title: words.unreachableTitle, text: words.unreachableText, action: words.retry }
    default:
      return { title: words.otherTitle, text, action: words.retry }
  }
}
