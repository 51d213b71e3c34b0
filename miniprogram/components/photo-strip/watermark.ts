/** What is written into a photo: who, when, where. */
import type { PlaceState } from '../../services/place-state'
import { clockText, dateText } from '../../texts/format'
import { texts } from '../../texts/texts'

export interface WatermarkInput {
  readonly employeeName: string
  /** By the server's clock. */
  readonly takenAtMs: number
  /** Of the work day's zone. */
  readonly offsetMinutes: number
  readonly place: Pick<PlaceState, 'verdict' | 'location'>
}

/** Pure. */
export function watermarkLines({ employeeName, takenAtMs, offsetMinutes, place }: WatermarkInput): readonly string[] {
  const time = `${dateText(takenAtMs, offsetMinutes)} ${clockText(takenAtMs, offsetMinutes)}`
  return [time, employeeName, placeLine(place)]
}

/** The site's name where presence holds, else coordinates to 4 decimals. */
function placeLine({ verdict, location }: WatermarkInput['place']): string {
  if (verdict?.holds === true && verdict.judged !== null) return verdict.judged.site.name
  if (location?.ok !== true) return texts.verdict.none
  return `${location.value.latitude.toFixed(4)}, ${location.value.longitude.toFixed(4)}`
}
