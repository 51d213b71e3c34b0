/**
 * `npm run screens:miniprogram`: every page of the mini-program in the states that matter, at 320, 375 and 430 px, light,
 * dark and in large text: a PNG of each, a sheet of all per page, and what is wrong with them. Exit code 1 when something is.
 *
 * `-- --out folder`, `--only pages/home`, `--scene queue`, `--width 320,375`, `--look light,large`, `--few` (375 px light and
 * 320 px large).
 */
import { mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import { openPhone, type BrowserPhone } from './browser-phone'
import { launchChromium } from './chromium'
import { createCompany, type CompanyPerson } from './company'
import { startDemo, WORKING_MORNING } from './demo-server'
import { ACTORS, type ActorName, type ActorPlan, type Studio } from './screens/actors'
import { writeContactSheet, type Shot } from './screens/contact-sheet'
import { chooseLooks } from './screens/looks'
import { SCENES, type Scene } from './screens/scenes'
import { shootScene } from './screens/shoot-scene'

interface AppJson {
  readonly pages: readonly string[]
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[]
}

/** Pages are drawn in processes of their own. */
const PHONES_AT_ONCE = 3

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'screens' },
    only: { type: 'string', default: '' },
    scene: { type: 'string', default: '' },
    width: { type: 'string', default: '' },
    look: { type: 'string', default: '' },
    few: { type: 'boolean', default: false },
  },
})
const startedAt = performance.now()
const folder = resolve(values.out)
mkdirSync(folder, { recursive: true })
const looks = chooseLooks(values)
const app = JSON.parse(readFileSync('miniprogram/app.json', 'utf8')) as AppJson
const pages = [
  ...app.pages,
  ...(app.subPackages ?? []).flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
]
const wanted = pages
  .filter((page) => page.startsWith(values.only))
  .flatMap((page) => (SCENES[page] ?? []).map((scene) => ({ page, scene })))
  .filter(({ scene }) => values.scene === '' || scene.name === values.scene)
const problems = pages.filter((page) => SCENES[page] === undefined).map((page) => `${page}: has no scene`)
const shots = new Map<string, Shot[]>()

const demo = await startDemo({ at: WORKING_MORNING })
const platform = await demo.openPlatform()
const browser = await launchChromium()
try {
  const studio: Studio = { demo, company: createCompany(demo, platform) }
  const actors = await openActors(browser, studio)
  await inTurns([...actors], async ([name, actor]) => {
    for (const { page, scene } of wanted.filter((one) => one.scene.as === name)) {
      await shoot(page, scene, actor, studio)
    }
    problems.push(...(await actor.phone.errors()).map((error) => `${name}: error: ${error.split('\n')[0] ?? ''}`))
    await actor.phone.close()
  })
  for (const [page, taken] of shots) {
    await writeContactSheet(taken, join(folder, `sheet-${page.replaceAll('/', '-')}.png`))
  }
} finally {
  await browser.close()
  await platform.close()
  await demo.close()
}
for (const problem of problems) console.error(problem)
const seconds = Math.round((performance.now() - startedAt) / 1_000)
console.log(`${folder}: ${wanted.length} scenes, ${looks.length} looks, ${problems.length} problems, ${seconds} s`)
process.exit(problems.length > 0 ? 1 : 0)

interface Actor {
  readonly person: CompanyPerson
  readonly phone: BrowserPhone
  readonly usual: ReturnType<typeof usualSettings>
}

function usualSettings(plan: ActorPlan, studio: Studio) {
  return {
    host: 'wecom',
    place: studio.demo.office,
    accuracyMetres: 12,
    permissions: { location: 'granted', camera: 'granted' },
    wecomPermissions: { location: true, camera: true },
    wifi: null,
    gatewayReachable: true,
    offline: false,
    ...plan.settings?.(studio),
  } as const
}

/** What waits for a leader comes from others' phones, so all are prepared before the first picture. */
async function openActors(browser: Browser, studio: Studio): Promise<ReadonlyMap<ActorName, Actor>> {
  const names = [...new Set(wanted.map(({ scene }) => scene.as))]
  const isForLeaders = wanted.some(({ scene }) => scene.as === 'manager')
  if (isForLeaders) names.push(...(['applicant', 'changing'] as const).filter((name) => !names.includes(name)))
  const actors = new Map<ActorName, Actor>()
  await inTurns(names, async (name) => {
    const plan: ActorPlan = ACTORS[name]
    const person = await plan.person(studio)
    const usual = usualSettings(plan, studio)
    const settings = { ...usual, model: `Model ${person.userId}` }
    const phone = await openPhone(browser, demo.url, { person: person.userId, settings })
    try {
      await plan.prepare?.(phone, studio)
      actors.set(name, { person, phone, usual })
    } catch (error) {
      problems.push(`${name}: was not prepared: ${error instanceof Error ? error.message : String(error)}`)
    }
  })
  return actors
}

async function shoot(page: string, scene: Scene, actor: Actor, studio: Studio): Promise<void> {
  try {
    const result = await shootScene(page, scene, { ...actor, studio, looks, folder })
    shots.set(page, [...(shots.get(page) ?? []), ...result.shots])
    problems.push(...result.problems)
  } catch (error) {
    problems.push(`${page}, ${scene.name}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Some at once, the others as these end. */
async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items]
  const turn = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: PHONES_AT_ONCE }, turn))
}
