import type { DeviceFacts } from '#contract/api'
import type { Coordinates } from '#contract/place'

/** The text under which two fixes are the same: what the platform gave, digit for digit. */
export function coordinatesText({ latitude, longitude }: Coordinates): string {
  return `${latitude},${longitude}`
}

/** The text under which two handsets look alike. */
export function deviceFactsText({ brand, model, platform, system }: DeviceFacts): string {
  return JSON.stringify([brand, model, platform, system])
}
