/** Writes audit lines, one transaction after the other with a breath between them. Arguments: database address, actor, transactions, lines in each. */
import { openDatabase } from '../../src/adapters/database/open-database'
import { writeTrail } from '../../src/adapters/database/trail'
import { systemClock } from '../../src/adapters/system/system'
import type { AuditEntry } from '../../src/ports/trail'

const [url = '', actorId = '', transactions = '0', lines = '1'] = process.argv.slice(2)
const database = await openDatabase({ url })
for (let count = 0; count < Number(transactions); count++) {
  const audit = Array.from({ length: Number(lines) }, (_, index): AuditEntry => {
    const subject = { kind: 'thing', id: `${actorId}/${count}/${index}` }
    return { actor: { kind: 'system', id: actorId }, action: 'thing.done', subject, requestId: null, detail: { index } }
  })
  await database.write((tx) => writeTrail(tx, { audit, events: [] }, systemClock.nowMs()))
  await new Promise((resolve) => setTimeout(resolve, 5))
}
await database.close()
