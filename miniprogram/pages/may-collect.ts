import { PRIVACY_PAGE } from '../routes'
import { platform, services } from '../services/app'

/** Whether places, networks and photos may be read now; where not, the notice comes first. Asks no server. */
export async function mayCollect(): Promise<boolean> {
  const session = await services.session.current()
  if (session?.consent.sufficient === true) return true
  platform.navigation.restart(PRIVACY_PAGE)
  return false
}
