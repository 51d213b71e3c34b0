/** `npm run build:miniprogram`: packs the packages' files that the mini-program reaches, ready for DevTools. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileMiniProgram } from '../compile/compile'
import { formatProblem } from '../compile/problem'
import { packNpm } from './pack'

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../../../miniprogram')

const compilation = await compileMiniProgram(FOLDER)
for (const problem of compilation.problems) console.error(formatProblem(problem, 'miniprogram/'))
const files = await packNpm(FOLDER, compilation)
console.log(`miniprogram/miniprogram_npm：${files} 个文件`)
process.exit(compilation.problems.length > 0 ? 1 : 0)
