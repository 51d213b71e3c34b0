import { link, open, rename, unlink } from 'node:fs/promises'

/** What file systems without hard links answer: FAT and exFAT, some network drives. */
const NO_LINKS = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'])

/**
 * Gives a finished file its name, whole and at once, unless something stands under it: `rename` would overwrite that.
 * @param makeLink `link` of node:fs
 * @returns false: the name is taken, and nothing was changed
 */
export async function giveName(
  draft: string,
  target: string,
  makeLink: (from: string, to: string) => Promise<void> = link,
): Promise<boolean> {
  try {
    await makeLink(draft, target)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    if (NO_LINKS.has(code)) return renameToFreeName(draft, target)
    throw error
  }
  await unlink(draft)
  return true
}

/** The name is empty for a moment. */
async function renameToFreeName(draft: string, target: string): Promise<boolean> {
  try {
    await (await open(target, 'wx', 0o600)).close()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
  await rename(draft, target)
  return true
}
