/** A label of a marker on the platform's map. It is placed by its corner, so its size has to be known beforehand. */
export interface MapLabel {
  readonly content: string
  readonly color: string
  readonly bgColor: string
  readonly fontSize: number
  readonly padding: number
  readonly borderRadius: number
  readonly textAlign: 'center'
  /** Pixels from the marker's place to the label's left upper corner. */
  readonly anchorX: number
  readonly anchorY: number
}

const FONT_PIXELS = 12
const PADDING_PIXELS = 5
const HEIGHT_PIXELS = 26
const FROM_MARKER_PIXELS = 13
const LONGEST = 14

/** Pure. A long name is cut, as in the drawn figure. */
export function labelAt(
  text: string,
  side: 'above' | 'below',
  colours: { readonly color: string; readonly bgColor: string },
): MapLabel {
  const content = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
  return {
    content,
    ...colours,
    fontSize: FONT_PIXELS,
    padding: PADDING_PIXELS,
    borderRadius: HEIGHT_PIXELS / 2,
    textAlign: 'center',
    anchorX: -Math.round(widthOf(content) / 2 + PADDING_PIXELS),
    anchorY: side === 'below' ? FROM_MARKER_PIXELS : -FROM_MARKER_PIXELS - HEIGHT_PIXELS,
  }
}

/** Chinese characters are as wide as they are high, others a little over half. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (character > '\u2e7f' ? FONT_PIXELS : FONT_PIXELS * 0.58), 0)
}
