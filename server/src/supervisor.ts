import { fileURLToPath } from 'node:url'
import type { Config } from './config'
import { keepRunning, type Kept } from './keep-running'
import { untilToldToStop } from './stop-signals'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))
/** How much longer than its own grace a child may take before it is killed. */
const KILL_AFTER_GRACE_MS = 5_000

/**
 * Prepares the data, then keeps web and worker running as two processes of the same program until told to stop.
 * Prints the one address when both are ready.
 * @throws Error with code CHILD_GAVE_UP when a process cannot be started at all; the child said why
 */
export async function supervise(config: Config): Promise<void> {
  console.log('正在准备数据，第一次启动要十几秒')
  const { prepareData } = await import('./wiring')
  const data = await prepareData(config)
  await data.close()

  if (config.environment !== 'production' && !['127.0.0.1', '::1', 'localhost'].includes(config.host)) {
    console.warn(
      `注意：开发模式监听 ${config.host}，同一网络里的人可以用演示身份登录。正式使用请设 NODE_ENV=production`,
    )
  }
  const stopping = untilToldToStop()
  const web = keepRunning(MAIN, 'web')
  // Only a first start can give up; without a handler its rejection after a stop would end this process.
  web.gaveUp.catch(() => undefined)
  let worker: Kept | null = null
  try {
    const url = await Promise.race([web.ready, web.gaveUp, stopping])
    if (typeof url !== 'string') return
    // The web process plays WeCom in development: the worker has to know where it listens.
    worker = keepRunning(MAIN, 'worker', [new URL(url).port || String(config.port)])
    worker.gaveUp.catch(() => undefined)
    const gaveUp = Promise.race([web.gaveUp, worker.gaveUp])
    const isReady = await Promise.race([worker.ready.then(() => true), gaveUp, stopping.then(() => false)])
    if (!isReady) return
    console.log(`外勤签到已启动：${url}`)
    await Promise.race([stopping, gaveUp])
  } finally {
    const timeoutMs = (config.shutdownDrainSeconds + config.shutdownGraceSeconds) * 1_000 + KILL_AFTER_GRACE_MS
    await Promise.all([web.stop(timeoutMs), worker?.stop(timeoutMs)])
  }
}
