/** `npm run db:render`: writes what follows from `prisma/schema.prisma`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { renderAll } from './render-all'

const prismaFolder = join(dirname(fileURLToPath(import.meta.url)), '..')
for (const file of renderAll(readFileSync(join(prismaFolder, 'schema.prisma'), 'utf8'))) {
  const path = join(prismaFolder, file.path)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, file.text)
  console.log(relative(process.cwd(), path))
}
