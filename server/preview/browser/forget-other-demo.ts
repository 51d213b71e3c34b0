import { openDisk } from './files/disk'

/** Two readings of one clock may differ by this. */
const SAME_CLOCK_MS = 2_000

/**
 * A demo with a clock of its own begins anew at each start of the server: what a phone kept from another one (its key, its
 * queue, its session) means nothing there.
 * @param clockOffsetMs the server's clock minus the computer's; differs from start to start
 */
export async function forgetOtherDemo(phoneId: string, clockOffsetMs: number): Promise<void> {
  const key = `preview:${phoneId}:clock`
  const known = Number(localStorage.getItem(key) ?? '0')
  localStorage.setItem(key, String(clockOffsetMs))
  if (Math.abs(known - clockOffsetMs) < SAME_CLOCK_MS) return
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith(`preview:${phoneId}:data:`)) localStorage.removeItem(name)
  }
  await (await openDisk(phoneId)).clear()
}
