import { createSandboxListener } from '../../sandbox/wecom/sandbox-listener'
import type { DirectoryContents } from '../../sandbox/wecom/directory-types'
import { createWecomSandbox } from '../../sandbox/wecom/wecom-sandbox'
import { publicUrl, SANDBOX_WECOM_PATH, type Config } from '../config'
import type { Mount } from '../http/mount'
import type { Platform } from './platform'

const ROOT_ID = 1
const CONTACTS_AGENT_ID = 2_000_002
/** Departments whose ids are no numbers, as WeCom's are, get numbers from here. */
const FIRST_FREE_ID = 1_000
/**
 * WeCom as this very process plays it, with the people of the database in it; its pages only outside production.
 * @param webPort the port that this process listens on, once it does
 */
export function sandboxMount({ config, database, clock, random }: Platform, webPort: () => number): Mount {
  const { corpId, agentId, secret, contactSecret, callback, miniprogramAppId } = config.wecom
  const pages = {
    appName: '外勤签到',
    menu: [
      { name: '我的签到', icon: 'list', pagePath: 'pages/records/records' },
      { name: '审批', icon: 'stamp', pagePath: 'pages/requests/requests' },
      { name: '帮助', icon: 'help', pagePath: 'packages/help/help/help' },
    ],
    previewPath: '/preview/phone',
  } as const
  const sandbox = createWecomSandbox({
    corpId,
    apps: [
      {
        agentId,
        secret,
        ...(miniprogramAppId === null ? {} : { miniProgramAppId: miniprogramAppId }),
        trustedDomains: () => ownHosts(config, webPort()),
        contactEvents: true,
        ...(callback === null
          ? {}
          : {
              callback: {
                url: () => `http://127.0.0.1:${webPort()}/wecom/callback`,
                token: callback.token,
                encodingAesKey: callback.aesKey,
              },
            }),
      },
      ...(contactSecret === null
        ? []
        : [{ agentId: CONTACTS_AGENT_ID, secret: contactSecret, kind: 'contacts' as const }]),
    ],
    directory: { read: () => readDirectory(database) },
    clock,
    random,
    ...(config.environment === 'production' ? {} : { chatPage: pages }),
  })
  return { prefix: SANDBOX_WECOM_PATH, handle: createSandboxListener(sandbox) }
}

/** Where a browser on this computer reaches us. */
function ownHosts(config: Config, webPort: number): string[] {
  return [new URL(publicUrl(config, webPort)).host, `127.0.0.1:${webPort}`, `localhost:${webPort}`]
}

/** The database's company in WeCom's shape. Who leads a department belongs to it. */
async function readDirectory({ read }: Pick<Platform['database'], 'read'>): Promise<DirectoryContents> {
  const [company, departments, employees] = await Promise.all([
    read.company.findFirst(),
    read.department.findMany({ orderBy: { id: 'asc' } }),
    read.employee.findMany({
      include: { leads: true, leaders: { include: { leader: { select: { userId: true } } } } },
      orderBy: { userIdKey: 'asc' },
    }),
  ])
  const numbers = new Map(departments.map(({ id }, index) => [id, numberOf(id) ?? FIRST_FREE_ID + index]))
  const numbered = (id: string | null) => (id === null ? undefined : numbers.get(id)) ?? ROOT_ID
  const below = departments
    .filter(({ id }) => numbered(id) !== ROOT_ID)
    .map(({ id, name, parentId }) => ({ id: numbered(id), name, parentId: numbered(parentId), order: 0 }))
  const root = departments.find(({ id }) => numbered(id) === ROOT_ID)
  return {
    departments: [{ id: ROOT_ID, name: root?.name ?? company?.name ?? '', parentId: 0, order: 0 }, ...below],
    members: employees.map(({ userId, name, position, departmentId, leftAt, leads, leaders }) => {
      const led = new Set(leads.map((lead) => numbered(lead.departmentId)))
      return {
        userId,
        name,
        departments: [...new Set([numbered(departmentId), ...led])].map((id) => ({ id, isLeader: led.has(id) })),
        mainDepartment: numbered(departmentId),
        directLeaders: leaders.map(({ leader }) => leader.userId),
        position: position ?? '',
        status: leftAt === null ? (1 as const) : (5 as const),
      }
    }),
  }
}

function numberOf(id: string): number | null {
  return /^[1-9]\d{0,8}$/.test(id) ? Number(id) : null
}
