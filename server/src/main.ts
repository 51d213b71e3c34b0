import { ConfigError, loadConfig, loadPresenceSettings } from './config'
import { untilToldToStop } from './stop-signals'

/** sysexits.h: EX_CONFIG, EX_UNAVAILABLE, EX_USAGE. */
const EXIT = { configuration: 78, unavailable: 69, usage: 64, failed: 1 } as const

const PROCESSES = {
  /** Migrates and seeds, then runs web and worker as two processes. */
  all: async () => {
    const config = loadConfig()
    const { supervise } = await import('./supervisor')
    await supervise(config)
  },
  web: async () => {
    const config = loadConfig()
    const { startWeb } = await import('./wiring')
    const web = await startWeb(config)
    process.send?.({ kind: 'ready', url: web.url })
    if (process.send === undefined) console.log(`外勤签到已启动：${web.url}`)
    await untilToldToStop()
    await web.close()
  },
  worker: async () => {
    const config = loadConfig()
    const { startWorker } = await import('./wiring')
    // The port that the web process was given, where the setting leaves that to the system.
    const [, , , webPort] = process.argv
    const worker = await startWorker(webPort === undefined ? config : { ...config, port: Number(webPort) })
    process.send?.({ kind: 'ready', url: null })
    await untilToldToStop()
    await worker.close()
  },
  'presence-gateway': async () => {
    const settings = loadPresenceSettings()
    const [{ startPresenceGateway }, { systemClock }, { createLog }] = await Promise.all([
      import('./presence/start'),
      import('./adapters/system/system'),
      import('./adapters/system/log'),
    ])
    const log = createLog({ environment: 'production', logLevel: 'info' }, 'presence-gateway')
    const gateway = await startPresenceGateway(settings, { clock: systemClock, log })
    await untilToldToStop()
    await gateway.close()
  },
} as const

const name = process.argv[2] ?? 'all'
if (!Object.hasOwn(PROCESSES, name)) {
  console.error(`没有「${name}」这个进程。可用：${Object.keys(PROCESSES).join('、')}`)
  process.exit(EXIT.usage)
}

try {
  await PROCESSES[name as keyof typeof PROCESSES]()
  process.exit(0)
} catch (error) {
  process.exit(report(error))
}

/** Says in plain words why there is no start; a stack only for what nobody foresaw. */
function report(error: unknown): number {
  if (error instanceof ConfigError) {
    console.error(
      ['配置有误，没有启动（每行一处，说明见 .env.example）：', ...error.problems.map((line) => `  ${line}`)].join(
        '\n',
      ),
    )
    return EXIT.configuration
  }
  const { code, port, message } = error as { code?: unknown; port?: unknown; message?: unknown }
  if (code === 'EADDRINUSE') {
    console.error(`端口 ${String(port)} 已被占用。关掉占用它的程序，或换一个端口：PORT=8788 npm start`)
    return EXIT.unavailable
  }
  if (code === 'EACCES' && port !== undefined) {
    console.error(`没有权限使用端口 ${String(port)}。换一个 1024 以上的端口：PORT=8787 npm start`)
    return EXIT.unavailable
  }
  if (code === 'CHILD_GAVE_UP' || code === 'DEMO_RUNS') {
    console.error(String(message))
    return EXIT.failed
  }
  console.error(error)
  return EXIT.failed
}
