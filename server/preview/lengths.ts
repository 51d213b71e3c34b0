const RPX_PER_WIDTH = 750

/** 750 rpx are the screen's width; `vh` counts without the navigation bar, as in a mini-program. */
export function browserLengths(value: string): string {
  return value
    .replace(/(-?(?:\d+\.?\d*|\.\d+))rpx\b/g, (_, count: string) => `${hundredths(Number(count))}vw`)
    .replace(/(?<![\w-])(-?(?:\d+\.?\d*|\.\d+))vh\b/g, 'calc($1 * var(--page-vh, 1vh))')
}

function hundredths(rpx: number): number {
  return Number(((rpx / RPX_PER_WIDTH) * 100).toFixed(4))
}
