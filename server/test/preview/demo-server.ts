/** The product as `npm start` gives it, in this process: demo company, web and worker, on a fresh database. */
import { loadConfig } from '../../src/config'
import { prepareData, startWeb, startWorker } from '../../src/wiring'
import { DEMO_SITE_IDS, demoGateway, demoOffices } from '../../../prisma/seed/demo/sites'
import { placeAt, type PhonePlace } from '../../preview/settings'
import { makeTempFolder } from '../temp-folder'

export interface DemoServer {
  readonly url: string
  /** The middle of 张江总部. */
  readonly office: PhonePlace
  /** A place this far north of the office's middle; its fence reaches 150 m. */
  officePlus(metres: number): PhonePlace
  close(): Promise<void>
}

export async function startDemo(environment: Readonly<Record<string, string>> = {}): Promise<DemoServer> {
  const folder = makeTempFolder()
  const config = loadConfig({
    NODE_ENV: 'test',
    DATA_DIR: folder.path,
    DATABASE_URL: folder.databaseUrl(),
    PORT: '0',
    LOG_LEVEL: 'error',
    RATE_LIMIT_PER_SESSION: '100000',
    RATE_LIMIT_PER_ADDRESS: '100000',
    ...environment,
  })
  const data = await prepareData(config)
  await data.close()
  const web = await startWeb(config)
  const worker = await startWorker(config)
  const office = demoOffices(demoGateway()).find(({ id }) => id === DEMO_SITE_IDS.shanghai)
  if (office?.fence?.kind !== 'circle') throw new Error('the demo office has no round fence')
  const { latitude, longitude } = office.fence.centre
  const officePlus = (metres: number) =>
    placeAt(
      {
        id: office.id ?? '',
        name: '张江总部',
        latitude,
        longitude,
        mainlandChina: true,
        edgeMetres: 150,
        wifi: [],
        hasGateway: true,
      },
      metres,
    )
  return {
    url: web.url,
    office: officePlus(0),
    officePlus,
    close: async () => {
      await web.close()
      await worker.close()
      folder.remove()
    },
  }
}
