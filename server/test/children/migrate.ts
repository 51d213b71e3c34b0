/** Migrates a database and prints what it applied, as JSON. Argument: database address. */
import { migrate } from '../../src/adapters/database/migrate'

console.log(JSON.stringify(await migrate(process.argv[2] ?? '')))
