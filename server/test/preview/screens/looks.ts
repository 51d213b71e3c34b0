/** How the screens are looked at. */

export interface Look {
  readonly name: 'light' | 'dark' | 'large'
  readonly width: number
  /** Of WeCom's text. */
  readonly textScale: number
}

const WIDTHS = [320, 375, 430]
const TEXT_SCALES = { light: 1, dark: 1, large: 1.3 } as const
/** What an ordinary check needs to find most mistakes. */
const FEW = ['375 light', '320 large']

export interface LookChoice {
  /** `320,375`; empty: all. */
  readonly width: string
  /** `light,dark`; empty: all. */
  readonly look: string
  readonly few: boolean
}

/** @throws Error for what is no width and no look */
export function chooseLooks({ width, look, few }: LookChoice): readonly Look[] {
  const widths = width === '' ? WIDTHS : width.split(',').map(Number)
  const names = look === '' ? Object.keys(TEXT_SCALES) : look.split(',')
  const all = widths.flatMap((pixels) =>
    (['light', 'dark', 'large'] as const)
      .filter((name) => names.includes(name))
      .map((name): Look => ({ name, width: pixels, textScale: TEXT_SCALES[name] })),
  )
  const chosen = all.filter((item) => !few || FEW.includes(lookName(item)))
  if (chosen.length === 0 || widths.some((pixels) => !(pixels >= 280 && pixels <= 1_000))) {
    throw new Error(`no such looks: --width ${width} --look ${look}`)
  }
  return chosen
}

export function lookName({ width, name }: Look): string {
  return `${width} ${name}`
}
