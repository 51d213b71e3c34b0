/** How far the figures of a run's rounds lie apart: that is the noise of the machine. */
export function spread(values: readonly number[], digits = 2): string {
  const sorted = [...values].sort((left, right) => left - right)
  const [least, middle, most] = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)]
  const text = (value: number | undefined) => (value ?? NaN).toFixed(digits)
  return `median ${text(middle)} (min ${text(least)}, max ${text(most)})`
}
