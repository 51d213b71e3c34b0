/** The product as `npm start` gives it, in this process: demo company, web and worker, on a fresh database. */
import { loadConfig, type Config } from '../../src/config'
import {
  openPlatform,
  prepareData,
  sourcesOf,
  startWeb,
  startWorker,
  type Platform,
  type Sources,
} from '../../src/wiring'
import { DEMO_SITE_IDS, demoGateway, demoOffices } from '../../../prisma/seed/demo/sites'
import { placeAt, type PhonePlace } from '../../preview/settings'
import { makeTempFolder } from '../temp-folder'

/** A Wednesday morning in Shanghai, fifteen minutes before work: the early check-in is open, late and visit follow. */
export const WORKING_MORNING = '2026-11-18T08:45:00+08:00'

export interface DemoServer {
  readonly url: string
  readonly config: Config
  /** The server's clock, and where its ids come from. */
  readonly sources: Sources
  /** The middle of 张江总部. */
  readonly office: PhonePlace
  /** A place this far north of the office's middle; its fence reaches 150 m. */
  officePlus(metres: number): PhonePlace
  /** Its database, for what no page and no API tells. */
  openPlatform(): Promise<Platform>
  close(): Promise<void>
}

export interface DemoOptions {
  /** ISO 8601 with its offset; absent: now. */
  readonly at?: string
  /** Beside what every demo is given. */
  readonly environment?: Readonly<Record<string, string>>
}

export async function startDemo({ at, environment = {} }: DemoOptions = {}): Promise<DemoServer> {
  const folder = makeTempFolder()
  const config = loadConfig({
    NODE_ENV: 'test',
    DATA_DIR: folder.path,
    PORT: '0',
    LOG_LEVEL: 'error',
    RATE_LIMIT_PER_SESSION: '100000',
    RATE_LIMIT_PER_ADDRESS: '100000',
    DEMO_TIME: at,
    ...environment,
  })
  const data = await prepareData(config)
  await data.close()
  const sources = sourcesOf(config)
  const web = await startWeb(config, sources)
  // The web process plays WeCom, on the port that it was given.
  const worker = await startWorker({ ...config, port: web.port }, sources)
  return {
    url: web.url,
    config,
    sources,
    office: officePlus(0),
    officePlus,
    openPlatform: () => openPlatform(config, sources),
    close: async () => {
      await web.close()
      await worker.close()
      folder.remove()
    },
  }
}

function officePlus(metres: number): PhonePlace {
  const office = demoOffices(demoGateway()).find(({ id }) => id === DEMO_SITE_IDS.shanghai)
  if (office?.fence?.kind !== 'circle') throw new Error('the demo office has no round fence')
  const { centre, radiusMetres } = office.fence
  const name = office.name ?? ''
  const site = { ...centre, id: '', name, mainlandChina: true, edgeMetres: radiusMetres, wifi: [], hasGateway: true }
  return placeAt(site, metres)
}
