import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { KeptSeal, SealDraft, SealFile, SealFiles } from '../../ports/audit-store'

const FILE_END = '.json'
const DRAFT_END = `${FILE_END}.draft`

/** One JSON file per day, `<day>.json`. @param folder made when the first one is written */
export function createSealFiles(folder: string): SealFiles {
  const fileOf = (day: string) => join(folder, `${day}${FILE_END}`)
  const draftOf = (day: string) => join(folder, `${day}${DRAFT_END}`)
  const find = (day: string) => readIfThere(fileOf(day))

  return {
    find,
    draft: async (day, seal) => {
      await mkdir(folder, { recursive: true })
      await writeFile(draftOf(day), `${JSON.stringify({ day, ...seal })}\n`, { flush: true })
    },
    drafts: async () => {
      const whole: SealDraft[] = []
      for (const name of await namesIn(folder, DRAFT_END)) {
        const seal = (await readIfThere(join(folder, name)))?.seal ?? null
        if (seal === null) await rm(join(folder, name), { force: true })
        else whole.push({ day: name.slice(0, -DRAFT_END.length), seal })
      }
      return whole
    },
    finish: async (day) => {
      if ((await find(day)) !== null) return rm(draftOf(day), { force: true })
      // Whole or not at all: the name that is looked for appears by the rename.
      await rename(draftOf(day), fileOf(day))
    },
    list: async () => {
      const names = await namesIn(folder, FILE_END)
      return Promise.all(names.map((name) => readSealFile(join(folder, name))))
    },
  }
}

/** A seal's file, wherever it was kept. @throws when there is none */
export async function readSealFile(path: string): Promise<SealFile> {
  return { name: basename(path), ...parseFile(await readFile(path, 'utf8')) }
}

function parseFile(text: string): Pick<SealFile, 'day' | 'seal'> {
  try {
    const { day, number, hash } = JSON.parse(text) as Partial<KeptSeal & { readonly day: string }>
    const isSeal = Number.isSafeInteger(number) && typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash)
    const isDay = typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day)
    return { day: isDay ? day : null, seal: isSeal ? { number: number as number, hash } : null }
  } catch {
    return { day: null, seal: null }
  }
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT'

async function readIfThere(path: string): Promise<SealFile | null> {
  try {
    return await readSealFile(path)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** In order. */
async function namesIn(folder: string, end: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith(end)).sort()
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}
