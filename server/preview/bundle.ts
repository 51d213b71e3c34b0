import { build, type BuildOptions } from 'esbuild'
import { fileURLToPath } from 'node:url'

/** Scripts of the preview's own pages. */
export type BundleName = 'phone' | 'panel'

const ENTRIES: Readonly<Record<BundleName, URL>> = {
  phone: new URL('./browser/main.ts', import.meta.url),
  panel: new URL('./browser/panel/panel.ts', import.meta.url),
}

/** Bundles one of them for the browser. */
export function bundle(name: BundleName): Promise<string> {
  return bundleFile(fileURLToPath(ENTRIES[name]), { format: 'esm' })
}

/** For a page without modules: sets `globalThis.preview`, which holds `bootPhone` (boot.ts). */
export function bundleBoot(): Promise<string> {
  const entry = fileURLToPath(new URL('./browser/boot.ts', import.meta.url))
  return bundleFile(entry, { format: 'iife', globalName: 'preview', footer: { js: 'globalThis.preview = preview' } })
}

async function bundleFile(
  entry: string,
  output: Pick<BuildOptions, 'format' | 'globalName' | 'footer'>,
): Promise<string> {
  const { outputFiles } = await build({
    ...output,
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}
