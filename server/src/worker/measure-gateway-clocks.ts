import { measureSkews, type MeasureSkewsPorts, type SkewReport } from '../features/sites-gateway/measure-skews.usecase'
import type { Log } from '../ports/log'
import { startRepeating, systemTimer, type Repeating, type Timer } from './repeat'

const EVERY_MS = 5 * 60_000

/** Measures all gateways' clocks every five minutes until stopped; several workers doing so agree. */
export function startMeasuringGatewayClocks(
  ports: MeasureSkewsPorts & { readonly log: Log },
  timer: Timer = systemTimer,
): Repeating {
  return startRepeating(async () => {
    try {
      for (const report of await measureSkews(ports)) tell(ports.log, report)
    } catch (error) {
      ports.log.error({ err: error }, 'gateway clocks could not be measured; it is tried again')
    }
    return EVERY_MS
  }, timer)
}

function tell(log: Log, report: SkewReport): void {
  if (report.result !== 'measured') {
    // One that never answered is not set up yet, or stands where only phones reach it.
    return log[report.wasEverMeasured ? 'warn' : 'info']({ ...report }, 'gateway clock not measured')
  }
  if (report.standing !== 'right') log.error({ ...report }, 'gateway clock is off; set it by NTP')
}
