/** `npm run db:sql`: writes down what every store sends on both engines; a test compares. No database is needed. */
import { recordStores } from './record-stores'
import { textsOf, writeRecorded } from './recorded-files'

const texts = textsOf(await recordStores())
const folder = writeRecorded(texts)
console.log(`${texts.size} files in ${folder}`)
