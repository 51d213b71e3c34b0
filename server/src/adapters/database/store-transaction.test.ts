import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import { createTransactions, fromStoreTransaction } from './store-transaction'

let opened: TestDatabase
beforeEach(async () => {
  opened = await openTestDatabase()
})
afterEach(() => opened.close())

const employee = (id: string) => ({ id, userId: id, userIdKey: id, name: '李', createdAt: new Date(0) })
const count = () => opened.database.read.employee.count()

describe('several stores writing as one', () => {
  it('keep all of it', async () => {
    const result = await createTransactions(opened.database).inTransaction(async (tx) => {
      await fromStoreTransaction(tx).employee.create({ data: employee('e1') })
      await fromStoreTransaction(tx).employee.create({ data: employee('e2') })
      return fromStoreTransaction(tx).employee.count()
    })
    expect([result, await count()]).toEqual([2, 2])
  })

  it('keep nothing when the work throws', async () => {
    const work = createTransactions(opened.database).inTransaction(async (tx) => {
      await fromStoreTransaction(tx).employee.create({ data: employee('e1') })
      throw new Error('stop')
    })
    await expect(work).rejects.toThrow('stop')
    expect(await count()).toBe(0)
  })
})
