/** Where the answer to a check-in leads: only from a page that is in front, so that it never takes another page's place. */
import { resultPage, TABS } from '../../routes'
import { platform } from '../../services/app'
import type { Submitted } from '../../services/submit-check-in'
import { texts } from '../../texts/texts'
import { toastOf } from '../home/home-state'

export interface Leaving {
  /** The page is in front: an answer that came meanwhile leads on now. */
  show(): void
  /** It is hidden, or gone. */
  hide(): void
  /** To the result, or home with a word; a blocked one stays where it is. Behind another page it is only told. */
  after(submitted: Submitted): void
}

export function createLeaving(): Leaving {
  let isShown = true
  let kept: Submitted | null = null

  function lead(submitted: Submitted): void {
    if (submitted.kind === 'judged') return platform.navigation.replace(resultPage(submitted.reply.attemptId))
    platform.screen.toast(toastOf(submitted))
    if (submitted.kind !== 'blocked') platform.navigation.tab(TABS.home)
  }

  return {
    show() {
      isShown = true
      const submitted = kept
      kept = null
      if (submitted !== null) lead(submitted)
    },
    hide() {
      isShown = false
    },
    after(submitted) {
      if (submitted.kind === 'judged' && submitted.reply.outcome === 'accepted') platform.screen.vibrate()
      if (isShown) return lead(submitted)
      if (submitted.kind !== 'blocked') kept = submitted
      platform.screen.toast(awayText(submitted))
    },
  }
}

/** How it went, for whoever looks at another page by now. */
export function awayText(submitted: Submitted): string {
  if (submitted.kind !== 'judged') return toastOf(submitted)
  const { slot, outcome } = submitted.reply
  return texts.application.judgedAway(texts.slotName[slot.kind], texts.outcome[outcome])
}
