/** Approves attempts one after another and prints how many it changed. Arguments: database address, approver, ids. */
import { openDatabase } from '../../src/adapters/database/open-database'
import { createSettlementStore } from '../../src/adapters/database/settlement-store'
import { createTransactions } from '../../src/adapters/database/store-transaction'
import { systemClock, systemRandom } from '../../src/adapters/system/system'
import { createSettle } from '../../src/features/check-in/settle-attempt.usecase'
import { untilNoConflict } from '../../src/until-no-conflict'

const [url = '', by = '', ...attemptIds] = process.argv.slice(2)
const database = await openDatabase({ url })
const settle = createSettle({ settlements: createSettlementStore(), random: systemRandom })
let changed = 0
for (const attemptId of attemptIds) {
  const settled = await untilNoConflict(createTransactions(database), (tx) =>
    settle(tx, { attemptId, cause: { kind: 'approval', approved: true, by }, requestId: null }, systemClock.nowMs()),
  )
  if (settled.changed) changed++
}
console.log(JSON.stringify({ changed }))
await database.close()
