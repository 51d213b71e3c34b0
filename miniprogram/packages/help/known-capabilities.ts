import type { CapabilitiesReply } from '../../contract/api'
import { services } from '../../services/app'

/** What the help has to know of the server. */
export type HelpCapabilities = Pick<CapabilitiesReply, 'corrections' | 'quickCheckIn' | 'faultReports'>

/** Before the first answer nothing is promised but a way to report that there is none. */
const UNKNOWN: HelpCapabilities = { corrections: false, quickCheckIn: false, faultReports: true }

export async function knownCapabilities(): Promise<HelpCapabilities> {
  return (await services.contexts.current())?.context.capabilities ?? UNKNOWN
}
