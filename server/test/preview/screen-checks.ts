/** What every screen has to hold, measured in the browser: nothing wider than the screen, too small to tap or without a name. */
import type { BrowserPhone } from './browser-phone'
import { contrastProblems } from './screen-colours'
import { glyphProblems } from './screen-glyphs'
import { namelessControls } from './screen-names'

const LEAST_TARGET_PIXELS = 44

export interface ScreenProblem {
  readonly what: 'overflow' | 'tap target' | 'cut text' | 'missing glyph' | 'contrast' | 'no name'
  readonly element: string
  readonly detail: string
}

/** Looks at the page on top. */
export async function screenProblems(phone: BrowserPhone): Promise<ScreenProblem[]> {
  const nameless = (await namelessControls(phone)).map((found): ScreenProblem => ({ what: 'no name', ...found }))
  return [
    ...(await layoutProblems(phone)),
    ...(await contrastProblems(phone)),
    ...(await glyphProblems(phone)),
    ...nameless,
  ]
}

function layoutProblems({ page }: BrowserPhone): Promise<ScreenProblem[]> {
  return page.evaluate((least) => {
    const view = document.querySelector('.page-view:not([hidden])')
    if (view === null) return []
    const found: ScreenProblem[] = []
    const name = (element: Element) => {
      const classes = [...element.classList].map((item) => `.${item}`).join('')
      const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 24)
      return `${element.tagName.toLowerCase()}${element.id === '' ? '' : `#${element.id}`}${classes}「${text}」`
    }
    const isShown = (element: Element, box: DOMRect) =>
      box.width > 0 && box.height > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    /** Something in between scrolls sideways by itself, and is meant to. */
    const scrollsSideways = (element: Element): boolean => {
      for (let above = element.parentElement; above !== null && above !== view; above = above.parentElement) {
        if (/auto|scroll|hidden/.test(getComputedStyle(above).overflowX)) return above !== view.firstElementChild
      }
      return false
    }
    for (const element of view.querySelectorAll('*')) {
      const box = element.getBoundingClientRect()
      if (!isShown(element, box)) continue
      const style = getComputedStyle(element)
      if ((box.right > innerWidth + 0.5 || box.left < -0.5) && !scrollsSideways(element)) {
        found.push({
          what: 'overflow',
          element: name(element),
          detail: `${Math.round(box.left)} to ${Math.round(box.right)} of ${innerWidth} px`,
        })
      }
      const ownText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      )
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
      const isCutWide = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0
      const isCutHigh = element.scrollHeight > element.clientHeight + 2 && element.clientHeight > 0
      const isMeant = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none'
      if (ownText && !isMeant && ((isCutWide && hides(style.overflowX)) || (isCutHigh && hides(style.overflowY)))) {
        found.push({
          what: 'cut text',
          element: name(element),
          detail: `${element.scrollWidth} × ${element.scrollHeight} in ${element.clientWidth} × ${element.clientHeight} px`,
        })
      }
    }
    const targets = 'wx-button,wx-input,wx-textarea,wx-switch,wx-picker,wx-navigator,wx-checkbox,wx-radio,[role=button]'
    for (const element of view.querySelectorAll(targets)) {
      // A label or a button around it is what is tapped.
      const outer = element.parentElement?.closest('wx-label,wx-button,[role=button]') ?? element
      const box = outer.getBoundingClientRect()
      if (!isShown(element, box)) continue
      if (box.height < least - 0.5 || box.width < least - 0.5) {
        found.push({
          what: 'tap target',
          element: name(element),
          detail: `${Math.round(box.width)} × ${Math.round(box.height)} px`,
        })
      }
    }
    return found
  }, LEAST_TARGET_PIXELS)
}
