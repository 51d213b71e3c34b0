/** Whether each text stands out from what is behind it, measured in the browser (WCAG 2.2, 1.4.3). */
import type { BrowserPhone } from './browser-phone'
import type { ScreenProblem } from './screen-checks'

/** What asks for less: text from 24 px on. */
const LEAST = { contrast: 4.5, ofLargeText: 3, largePixels: 24 }

/** Of the page on top; texts over pictures are left out, whose colours only the eye can judge. */
export function contrastProblems({ page }: BrowserPhone): Promise<ScreenProblem[]> {
  return page.evaluate((least) => {
    interface Colour {
      readonly parts: readonly [number, number, number]
      readonly alpha: number
    }
    const view = document.querySelector('.page-view:not([hidden])')
    if (view === null) return []

    const parse = (text: string): Colour | null => {
      const numbers = (text.match(/[\d.]+/g) ?? []).map(Number)
      const [red = 0, green = 0, blue = 0, alpha = 1] = numbers
      return text.startsWith('rgb') ? { parts: [red, green, blue], alpha } : null
    }
    const over = (top: Colour, below: Colour): Colour => {
      const mix = (index: 0 | 1 | 2) => top.parts[index] * top.alpha + below.parts[index] * (1 - top.alpha)
      return { parts: [mix(0), mix(1), mix(2)], alpha: 1 }
    }
    /** Relative luminance of WCAG. */
    const luminance = ({ parts }: Colour): number => {
      const [red = 0, green = 0, blue = 0] = parts.map((part) => {
        const share = part / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const opacityOf = (element: Element): number => {
      let product = 1
      for (let one: Element | null = element; one !== null; one = one.parentElement) {
        product *= Number(getComputedStyle(one).opacity)
      }
      return product
    }
    /** What lies under a point, from the text downwards. */
    const stackUnder = (element: Element, x: number, y: number): Element[] | null => {
      const all = document.elementsFromPoint(x, y)
      const index = all.findIndex((one) => one === element || element.contains(one) || one.contains(element))
      // Something else covers it, or it is out of sight.
      return index === -1 || (index > 0 && !(all[0] === element || element.contains(all[0] ?? null))) ? null : all
    }
    const background = (stack: readonly Element[]): Colour | null => {
      const layers: Colour[] = []
      for (const one of stack) {
        const { backgroundColor, backgroundImage } = getComputedStyle(one)
        if (backgroundImage !== 'none' || /^(IMG|CANVAS|SVG|WX-IMAGE|WX-MAP|WX-CANVAS)$/i.test(one.tagName)) return null
        const colour = parse(backgroundColor)
        if (colour === null) return null
        if (colour.alpha > 0) layers.push(colour)
        if (colour.alpha === 1) break
      }
      const opaque = layers.pop()
      return opaque?.alpha === 1 ? layers.reverse().reduce((below, top) => over(top, below), opaque) : null
    }

    const found: ScreenProblem[] = []
    for (const element of view.querySelectorAll('*')) {
      const text = [...element.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
      if (text === undefined || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
      if (element.closest('[disabled],[aria-disabled=true],[aria-hidden=true]') !== null) continue
      const range = document.createRange()
      range.selectNodeContents(text)
      const box = range.getBoundingClientRect()
      const stack = stackUnder(element, box.left + box.width / 2, box.top + box.height / 2)
      const style = getComputedStyle(element)
      const colour = parse(style.color)
      const behind = stack === null ? null : background(stack)
      if (colour === null || behind === null) continue
      const shown = over({ ...colour, alpha: colour.alpha * opacityOf(element) }, behind)
      const [dark = 0, light = 0] = [luminance(shown), luminance(behind)].sort((left, right) => left - right)
      const contrast = (light + 0.05) / (dark + 0.05)
      const needed = Number.parseFloat(style.fontSize) >= least.largePixels ? least.ofLargeText : least.contrast
      if (contrast >= needed) continue
      const words = (text.textContent ?? '').trim().slice(0, 24)
      found.push({
        what: 'contrast',
        element: `${element.tagName.toLowerCase()}.${[...element.classList].join('.')}「${words}」`,
        detail: `${contrast.toFixed(2)} : 1, needs ${needed} : 1`,
      })
    }
    return found
  }, LEAST)
}
