import type { Random } from '../ports/system'

/** A random share, 0 up to but not including 1. */
export function shareOf(random: Random): number {
  const [high = 0, low = 0] = random.bytes(2)
  return (high * 256 + low) / 65_536
}
