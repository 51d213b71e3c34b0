import { build } from 'esbuild'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { SandboxAnswer } from './answer'

const SCRIPTS: Readonly<Record<string, URL>> = {
  'chats.js': new URL('./browser/chats.ts', import.meta.url),
  'login.js': new URL('./browser/login.ts', import.meta.url),
}
const SHEETS: Readonly<Record<string, URL>> = {
  'page.css': new URL('./browser/page.css', import.meta.url),
  'chats.css': new URL('./browser/chats.css', import.meta.url),
  'login.css': new URL('./browser/login.css', import.meta.url),
}

const bundles = new Map<string, Promise<string>>()

/** Styles and scripts of the sandbox's pages; scripts are bundled at their first request. @returns null: no such file */
export async function assetAnswer(name: string): Promise<SandboxAnswer | null> {
  const script = SCRIPTS[name]
  if (script !== undefined) {
    const bundled = bundles.get(name) ?? bundle(fileURLToPath(script))
    bundles.set(name, bundled)
    return asset('text/javascript', await bundled)
  }
  const sheet = SHEETS[name]
  return sheet === undefined ? null : asset('text/css', await readFile(sheet, 'utf8'))
}

function asset(type: string, body: string): SandboxAnswer {
  const headers = { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }
  return { status: 200, headers: { ...headers, 'x-content-type-options': 'nosniff' }, body }
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}
