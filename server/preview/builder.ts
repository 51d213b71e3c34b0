import { stat } from 'node:fs/promises'
import { compileMiniProgram, type Compilation } from './compile/compile'

export interface Builder {
  /** The build of the sources as they are now. */
  current(): Promise<Compilation>
}

/** Compiles at the first request, and again once a source has changed; several requests at once share one compilation. */
export function createBuilder(folder: string): Builder {
  let latest: { readonly compilation: Compilation; readonly stamp: string } | null = null
  let running: Promise<Compilation> | null = null

  async function refresh(): Promise<Compilation> {
    if (latest !== null && (await stampOf(latest.compilation.files)) === latest.stamp) return latest.compilation
    const compilation = await compileMiniProgram(folder)
    latest = { compilation, stamp: await stampOf(compilation.files) }
    return compilation
  }

  return {
    current() {
      running ??= refresh().finally(() => {
        running = null
      })
      return running
    },
  }
}

/** Times and sizes of the files; one that is missing counts too, as it may appear. */
async function stampOf(files: readonly string[]): Promise<string> {
  const stamps = files.map((file) =>
    stat(file).then(
      ({ mtimeMs, size }) => `${mtimeMs}:${size}`,
      () => '-',
    ),
  )
  return (await Promise.all(stamps)).join()
}
