/** Commits one team, says so, writes another and waits inside its transaction to be killed. Argument: database address. */
import { openDatabase } from '../../src/adapters/database/open-database'

const database = await openDatabase({ url: process.argv[2] ?? '' })
await database.write((tx) => tx.team.create({ data: { id: 'committed', name: 'committed' } }))
console.log('committed')
await database.write(async (tx) => {
  await tx.team.create({ data: { id: 'unfinished', name: 'unfinished' } })
  console.log('inside')
  await new Promise((resolve) => setTimeout(resolve, 15_000))
})
