// `node healthcheck.mjs <port>`: 0 when the process on this computer says that it is ready. Plain Node, quick to start.
const TIMEOUT_MS = 4_000

try {
  const response = await fetch(`http://127.0.0.1:${process.argv[2]}/readyz`, {
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  process.exitCode = response.ok ? 0 : 1
} catch {
  process.exitCode = 1
}
