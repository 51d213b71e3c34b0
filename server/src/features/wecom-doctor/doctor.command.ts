/**
 * `npm run wecom:doctor`: tries everything that this installation needs of WeCom and says in one line each what works
 * and what to do. Ends with 0 when all is well, 1 when something is not, 78 when the configuration is wrong.
 */
import { createOwnAddressProbe } from '../../adapters/wecom/own-address-probe'
import { createWecomProbe } from '../../adapters/wecom/wecom-probe'
import { ConfigError, loadConfig, publicUrl, wecomBaseUrl, type Config } from '../../config'
import { SYSTEM_SOURCES } from '../../wiring'
import { lineText, summaryText, type DoctorLine } from '../doctors/doctor-line.rules'
import { runDoctor } from './doctor.usecase'

const EXIT = { well: 0, problem: 1, configuration: 78 } as const
/** Where wiring mounts the callback listener. */
const CALLBACK_PATH = '/wecom/callback'

async function examine(config: Config): Promise<number> {
  const { clock, random } = SYSTEM_SOURCES
  const { wecom, port } = config
  const { corpId, callback } = wecom
  const ownUrl = publicUrl(config, port)
  const found: DoctorLine[] = []
  const lines = runDoctor({
    settings: {
      isSandbox: wecom.baseUrl === null,
      corpId,
      publicUrl: config.publicUrl,
      hasContactSecret: wecom.contactSecret !== null,
      hasCallback: callback !== null,
      hasMiniProgram: wecom.miniprogramAppId !== null,
      writesBack: wecom.writesBack,
      domainFile: wecom.domainFile,
    },
    wecom: createWecomProbe({ ...wecom, baseUrl: wecomBaseUrl(config), clock }),
    own: createOwnAddressProbe({ keys: callback === null ? null : { ...callback, receiveId: corpId }, clock, random }),
    publicUrl: ownUrl,
    callbackUrl: ownUrl + CALLBACK_PATH,
  })
  for await (const line of lines) {
    found.push(line)
    console.log(lineText(line, '未用'))
  }
  console.log(summaryText(found, '企业微信对接正常', 'docs/wecom.md'))
  return found.some(({ state }) => state === 'problem') ? EXIT.problem : EXIT.well
}

try {
  process.exitCode = await examine(loadConfig())
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  console.error(
    ['配置有误（每行一处，说明见 .env.example）：', ...error.problems.map((line) => `  ${line}`)].join('\n'),
  )
  process.exitCode = EXIT.configuration
}
