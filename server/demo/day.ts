/** `npm run demo:day`: three hundred phones live through a day of the demo company, and a table says what became of it. */
import { parseArgs } from 'node:util'
import { Presets, SingleBar } from 'cli-progress'
import { ConfigError, loadConfig, type Config } from '../src/config'
import { prepareData } from '../src/wiring'
import { runCompanyDay } from './company-day'

const MOST_PHONES = 300
const FEWEST_PHONES = 40

async function run(phones: number): Promise<void> {
  // The phones of a whole day come from one address here, and within minutes.
  const rateLimits = { perSessionPerMinute: 1_000_000, perAddressPerMinute: 1_000_000 }
  const config: Config = { ...loadConfig(), rateLimits, logLevel: 'error' }
  if (config.environment === 'production') throw new Error('演示的一天只在开发环境里过')
  await refuseBesideServer(config.host, config.port)
  await (await prepareData(config)).close()
  const bar = new SingleBar(
    { format: '  {clock} {bar} {percentage}%', hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  )
  const day = await runCompanyDay({
    config,
    phones,
    onProgress: (done, total, atMs) => {
      if (done === 1) bar.start(total, 0, { clock: clockOf(atMs) })
      bar.update(done, { clock: clockOf(atMs) })
    },
  }).finally(() => bar.stop())
  console.log(`${day.workDay} 这一天，${phones} 部手机，共 ${day.tally.total()} 次签到：\n`)
  for (const line of day.tally.lines()) console.log(`  ${line}`)
  console.log(`\n用时 ${Math.round(day.tookMs / 1000)} 秒。npm start 之后可以看这一天的记录。`)
  if (day.lost.length + day.extra.length > 0) {
    console.error(`有回答而没有记录的 ${day.lost.length} 次，有记录而没有回答的 ${day.extra.length} 次：这是错误`)
    process.exitCode = 1
  }
}

function clockOf(atMs: number): string {
  return new Date(atMs).toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' })
}

/** Its worker lives today, and would call yesterday's photos overdue. */
async function refuseBesideServer(host: string, port: number): Promise<void> {
  const answered = await fetch(`http://${host}:${port}/healthz`).then(
    () => true,
    () => false,
  )
  if (answered) throw new Error(`服务器正在 ${host}:${port} 运行。先停掉 npm start，过完这一天再启动`)
}

const { values } = parseArgs({ options: { phones: { type: 'string', default: String(MOST_PHONES) } } })
const phones = Number(values.phones)
if (!Number.isInteger(phones) || phones < FEWEST_PHONES || phones > MOST_PHONES) {
  console.error(`--phones 是 ${FEWEST_PHONES} 到 ${MOST_PHONES} 的整数`)
  process.exitCode = 2
} else {
  try {
    await run(phones)
  } catch (error) {
    const lines =
      error instanceof ConfigError ? error.problems : [error instanceof Error ? error.message : String(error)]
    for (const line of lines) console.error(line)
    process.exitCode = 1
  }
}
