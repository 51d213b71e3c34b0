import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const USUAL_PATH = '/usr/bin/chromium'

/** `CHROMIUM_PATH`, else where Debian puts it; null: there is none. */
export function chromiumPath(): string | null {
  const path = process.env['CHROMIUM_PATH'] ?? USUAL_PATH
  return existsSync(path) ? path : null
}

/** `describe` for tests in a browser. Without one they are left out, and the run says so: CI counts that as a failure. */
export function describeInChromium(name: string, tests: () => void): void {
  const declare = chromiumPath() === null ? describe.skip : describe
  declare(name, tests)
}

/** @throws Error when there is no Chromium */
export async function launchChromium(): Promise<Browser> {
  const executablePath = chromiumPath()
  if (executablePath === null) throw new Error('no Chromium: install it, or name it in CHROMIUM_PATH')
  // Its own sandbox needs rights that containers do not give.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
}
