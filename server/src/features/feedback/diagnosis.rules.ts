import type { Diagnosis } from '#contract/api-feedback'

const PLACE_WORDS = new Set(['lat', 'latitude', 'lng', 'lon', 'long', 'longitude', 'coordinate', 'coordinates'])
const PLACE_NAMES = new Set(['fix', 'geo', 'gps', 'location', 'place', 'position'])

/** Two decimals of three digits or more with no figure between them, e.g. `31.20413,121.59071`. */
const COORDINATE_PAIR = /\d{1,3}\.\d{3,}\D{1,20}\d{1,3}\.\d{3,}/

/**
 * The facts of a diagnosis that are a place by their name or their value. `locationPermission` and `fixAccuracyMetres`
 * are none; `fixLatitude`, `location` (of a text or number) and `last: '31.20413, 121.59071'` are.
 */
export function placesIn(diagnosis: Diagnosis): string[] {
  return Object.entries(diagnosis).flatMap(([name, value]) => (isPlace(name, value) ? [name] : []))
}

function isPlace(name: string, value: Diagnosis[string]): boolean {
  if (typeof value === 'boolean') return false
  if (typeof value === 'string' && COORDINATE_PAIR.test(value)) return true
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
  return words.some((word) => PLACE_WORDS.has(word)) || PLACE_NAMES.has(words.join(''))
}
