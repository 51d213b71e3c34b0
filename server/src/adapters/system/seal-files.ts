import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { KeptSeal, SealFile, SealFiles } from '../../ports/audit-store'

/** One JSON file per day, `<day>.json`. @param folder made when the first one is written */
export function createSealFiles(folder: string): SealFiles {
  return {
    write: async (day, seal) => {
      const path = join(folder, `${day}.json`)
      const text = await readIfThere(path)
      if (text !== null) return isSame(parseSeal(text), seal) ? 'there' : 'differs'
      await mkdir(folder, { recursive: true })
      // Whole or not at all: a name that is looked for appears by the rename.
      const draft = `${path}.draft`
      await writeFile(draft, `${JSON.stringify({ day, ...seal })}\n`, { flush: true })
      await rename(draft, path)
      return 'written'
    },
    list: async () => {
      const names = (await namesIn(folder)).filter((name) => name.endsWith('.json')).sort()
      return Promise.all(names.map((name) => readSealFile(join(folder, name))))
    },
  }
}

/** A seal's file, wherever it was kept. */
export async function readSealFile(path: string): Promise<SealFile> {
  const text = await readIfThere(path)
  return { name: basename(path), seal: text === null ? null : parseSeal(text) }
}

function parseSeal(text: string): KeptSeal | null {
  try {
    const { number, hash } = JSON.parse(text) as Partial<KeptSeal>
    const isSeal = Number.isSafeInteger(number) && typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash)
    return isSeal ? { number: number as number, hash } : null
  } catch {
    return null
  }
}

function isSame(kept: KeptSeal | null, seal: KeptSeal): boolean {
  return kept !== null && kept.number === seal.number && kept.hash === seal.hash
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT'

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}
