/** Launchers repeat the terminal's signal to their child: what follows this soon is the same Ctrl+C. */
const SAME_KEYPRESS_MS = 1_000

/**
 * Resolves when this process is to end: SIGTERM, SIGINT, or its supervisor went away. A second Ctrl+C ends it at once.
 */
export async function untilToldToStop(): Promise<void> {
  let toldAtMs: number | null = null
  await new Promise<void>((resolve) => {
    const stop = () => {
      toldAtMs ??= performance.now()
      resolve()
    }
    // The handlers stay: without one, a repeated signal would end the process before it has finished.
    process.on('SIGTERM', stop)
    process.on('SIGINT', () => {
      if (toldAtMs !== null && performance.now() - toldAtMs > SAME_KEYPRESS_MS) process.exit(130)
      stop()
    })
    process.on('disconnect', stop)
  })
}
