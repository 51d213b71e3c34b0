import { join } from 'node:path'
import type { PhoneSettings } from '../../../preview/settings'
import type { BrowserPhone } from '../browser-phone'
import type { CompanyPerson } from '../company'
import { screenProblems } from '../screen-checks'
import type { Studio } from './actors'
import type { Shot } from './contact-sheet'
import { lookName, type Look } from './looks'
import type { Scene } from './scenes'

const HEIGHT = 812
/** Pictures are drawn, and what slides in has come. */
const SETTLE_MS = 250
const PATIENCE_MS = 30_000

export interface Shooting {
  readonly studio: Studio
  readonly phone: BrowserPhone
  readonly person: CompanyPerson
  /** Of this phone, whatever the scene. */
  readonly usual: Partial<PhoneSettings>
  readonly looks: readonly Look[]
  readonly folder: string
}

export interface SceneResult {
  readonly shots: readonly Shot[]
  /** One line each. */
  readonly problems: readonly string[]
}

/** Plays a scene once for each width and size of text; light and dark share one play. */
export async function shootScene(page: string, scene: Scene, shooting: Shooting): Promise<SceneResult> {
  const { studio, phone, person, usual, looks, folder } = shooting
  const shots: Shot[] = []
  const problems: string[] = []
  const at = (typeof scene.at === 'string' ? scene.at : await scene.at(studio, person)).replace(/^\//, '')
  for (const plays of groupedByPlay(looks)) {
    const [first] = plays
    if (first === undefined) continue
    await phone.look(first.width, scene.height ?? HEIGHT, 'light')
    await phone.set({ ...usual, ...scene.settings?.(studio), textScale: first.textScale })
    await phone.restart(at)
    if (scene.shows !== undefined) await phone.see(scene.shows)
    await scene.then?.(phone)
    for (const look of plays) {
      await phone.look(look.width, scene.height ?? HEIGHT, look.name === 'dark' ? 'dark' : 'light')
      await settle(phone)
      const name = `${page.replaceAll('/', '-')}-${scene.name.replaceAll(' ', '-')}-${look.width}-${look.name}`
      const file = join(folder, `${name}.png`)
      await phone.page.screenshot({ path: file })
      shots.push({ scene: scene.name, look: lookName(look), file })
      const found = await screenProblems(phone)
      problems.push(...found.map(({ what, element, detail }) => `${name}: ${what}: ${element} ${detail}`))
    }
    const shown = await phone.path()
    if (shown !== page) problems.push(`${page}, ${scene.name}: shows ${shown}`)
  }
  return { shots, problems }
}

/** Looks that differ in colour alone. */
function groupedByPlay(looks: readonly Look[]): readonly (readonly Look[])[] {
  const plays = new Map<string, Look[]>()
  for (const look of looks) {
    const key = `${look.width} ${look.textScale}`
    plays.set(key, [...(plays.get(key) ?? []), look])
  }
  return [...plays.values()]
}

async function settle({ page }: BrowserPhone): Promise<void> {
  await page.waitForFunction(
    () => {
      const view = document.querySelector('.page-view:not([hidden])')
      const isWaiting = [...(view?.querySelectorAll('[class*=skeleton]') ?? [])].some((one) => one.checkVisibility())
      return !isWaiting && [...document.images].every(({ complete }) => complete)
    },
    undefined,
    { timeout: PATIENCE_MS },
  )
  await page.waitForTimeout(SETTLE_MS)
}
