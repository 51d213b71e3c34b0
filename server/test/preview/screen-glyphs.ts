/** Letters that no font of this computer has, which show as boxes. */
import type { BrowserPhone } from './browser-phone'
import type { ScreenProblem } from './screen-checks'

/** Draws each letter of the page on top, and looks whether it looks like one that no font has. */
export function glyphProblems({ page }: BrowserPhone): Promise<ScreenProblem[]> {
  return page.evaluate(() => {
    const view = document.querySelector<HTMLElement>('.page-view:not([hidden])')
    if (view === null) return []
    const canvas = Object.assign(document.createElement('canvas'), { width: 24, height: 24 })
    const pen = canvas.getContext('2d', { willReadFrequently: true })
    if (pen === null) return []
    pen.font = `16px ${getComputedStyle(view).fontFamily}`
    pen.textBaseline = 'top'
    const drawn = (letter: string): string => {
      pen.clearRect(0, 0, 24, 24)
      pen.fillText(letter, 2, 2)
      return pen.getImageData(0, 0, 24, 24).data.join()
    }
    // A noncharacter: no font may have it.
    const box = drawn('\u{10FFFF}')
    const letters = [...new Set(view.innerText)].filter((letter) => letter.trim() !== '')
    return letters
      .filter((letter) => letter === '\uFFFD' || drawn(letter) === box)
      .map((letter) => ({
        what: 'missing glyph' as const,
        element: letter,
        detail: `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
      }))
  })
}
