/** Reads a number and writes it back increased by one, again and again. Arguments: database address, times. */
import { openDatabase } from '../../src/adapters/database/open-database'

const [url = '', times = '0'] = process.argv.slice(2)
const database = await openDatabase({ url })
for (let count = 0; count < Number(times); count++) {
  await database.write(async (tx) => {
    const company = await tx.company.findUniqueOrThrow({ where: { id: 1 } })
    await tx.company.update({ where: { id: 1 }, data: { rulesVersion: company.rulesVersion + 1 } })
  })
}
await database.close()
