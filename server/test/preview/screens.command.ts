/**
 * `npm run screens:miniprogram [-- --out folder] [-- --only pages/home]`: every page of the mini-program at 320, 375 and
 * 430 px, light, dark and in large text, as PNG, with what is wrong with each. Exit code 1 when something is.
 */
import { mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openPhone, type BrowserPhone, type PhoneOptions } from './browser-phone'
import { launchChromium } from './chromium'
import { startDemo } from './demo-server'
import { screenProblems } from './screen-checks'

interface AppJson {
  readonly pages: readonly string[]
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[]
}

const WIDTHS = [320, 375, 430]
const LOOKS = [
  { name: 'light', colorScheme: 'light', textScale: 1 },
  { name: 'dark', colorScheme: 'dark', textScale: 1 },
  { name: 'large', colorScheme: 'light', textScale: 1.3 },
] as const
const HEIGHT = 812
const SETTLE_MS = 900
/** Until the phone is bound. */
const FIRST_USE_MS = 4_000

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'screens' },
    only: { type: 'string', default: '' },
    person: { type: 'string', default: 'ChenYuTong' },
  },
})
const out = resolve(values.out)
mkdirSync(out, { recursive: true })
const app = JSON.parse(readFileSync('miniprogram/app.json', 'utf8')) as AppJson
const pages = [
  ...app.pages,
  ...(app.subPackages ?? []).flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
]
const demo = await startDemo()
const browser = await launchChromium()
let problemCount = 0
try {
  const settings: PhoneOptions['settings'] = {
    place: demo.office,
    permissions: { location: 'granted', camera: 'granted' },
  }
  // One phone for all: a second one of the same person would not be bound.
  const phone = await openPhone(browser, demo.url, { person: values.person, settings })
  await phone.page.waitForTimeout(FIRST_USE_MS)
  for (const width of WIDTHS) {
    for (const { name, colorScheme, textScale } of LOOKS) {
      await phone.look(width, HEIGHT, colorScheme)
      await phone.set({ textScale })
      for (const page of pages.filter((path) => path.startsWith(values.only))) {
        await phone.restart(page)
        problemCount += await capture(phone, `${page.replaceAll('/', '-')}-${width}-${name}`)
      }
    }
  }
  const errors = await phone.errors()
  for (const error of errors) console.error(`error: ${error.split('\n')[0] ?? ''}`)
  problemCount += errors.length
} finally {
  await browser.close()
  await demo.close()
}
console.log(`${out}: ${problemCount} problems`)
process.exit(problemCount > 0 ? 1 : 0)

async function capture(phone: BrowserPhone, name: string): Promise<number> {
  await phone.page.waitForTimeout(SETTLE_MS)
  await phone.page.screenshot({ path: join(out, `${name}.png`) })
  const problems = await screenProblems(phone)
  for (const { what, element, detail } of problems) console.error(`${name}: ${what}: ${element} ${detail}`)
  return problems.length
}
