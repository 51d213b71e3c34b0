import { openTestDatabase } from '../../../test/test-database'
import { uniqueConflict } from './unique-conflict'
import { UNIQUE_INDEXES } from './unique-indexes'

const DEVICE = {
  employeeId: 'e1',
  keyThumbprint: 'a'.repeat(64),
  publicKey: '',
  state: 'active',
  brand: '',
  model: '',
  platform: '',
  system: '',
  createdAt: new Date(0),
}

/** An error of @prisma/adapter-mssql, with the server's own words. */
function sqlServerError(originalMessage: string): unknown {
  const cause = { kind: 'UniqueConstraintViolation', originalCode: 'EREQUEST', originalMessage }
  return { code: 'P2002', meta: { driverAdapterError: { cause } } }
}

describe('naming the unique index of a conflict', () => {
  it('on the database: primary keys, plain and filtered indexes', async () => {
    const { database, close } = await openTestDatabase()
    const conflictOf = (work: Parameters<typeof database.write>[0]) =>
      database.write(work).then(() => null, uniqueConflict)
    await database.write(async (tx) => {
      await tx.employee.create({
        data: { id: 'e1', userId: 'Li', userIdKey: 'li', name: '李', createdAt: new Date(0) },
      })
      await tx.employee.create({
        data: { id: 'e2', userId: 'Wu', userIdKey: 'wu', name: '吴', createdAt: new Date(0) },
      })
      await tx.device.create({ data: { ...DEVICE, id: 'd1' } })
      await tx.employeeDay.create({ data: { employeeId: 'e1', workDay: new Date(0), zone: 'UTC' } })
    })
    const conflicts = [
      await conflictOf((tx) => tx.device.create({ data: { ...DEVICE, id: 'd1', state: 'revoked' } })),
      await conflictOf((tx) => tx.device.create({ data: { ...DEVICE, id: 'd2', keyThumbprint: 'b' } })),
      await conflictOf((tx) => tx.device.createMany({ data: [{ ...DEVICE, id: 'd2', employeeId: 'e2' }] })),
      await conflictOf((tx) => tx.employee.update({ where: { id: 'e2' }, data: { userIdKey: 'li' } })),
      await conflictOf((tx) =>
        tx.employeeDay.create({ data: { employeeId: 'e1', workDay: new Date(0), zone: 'UTC' } }),
      ),
      await conflictOf((tx) => tx.device.create({ data: { ...DEVICE, id: 'd3', state: 'revoked', employeeId: 'e9' } })),
      await conflictOf((tx) => tx.device.create({ data: { ...DEVICE, id: 'd3', state: 'candidate' } })),
    ]
    await close()
    expect(conflicts).toEqual([
      'Device_pkey',
      'Device_one_active_per_employee',
      'Device_one_active_per_key',
      'Employee_userIdKey_key',
      'EmployeeDay_pkey',
      null, // a foreign key
      null, // no conflict
    ])
  })

  it.each([
    [
      "Violation of PRIMARY KEY constraint 'Attempt_pkey'. Cannot insert duplicate key in object 'dbo.Attempt'. The duplicate key value is (0198).",
      'Attempt_pkey',
    ],
    [
      "Violation of UNIQUE KEY constraint 'Employee_userIdKey_key'. Cannot insert duplicate key in object 'dbo.Employee'. The duplicate key value is (Site_name_in_use).",
      'Employee_userIdKey_key',
    ],
    [
      "Cannot insert duplicate key row in object 'dbo.Device' with unique index 'Device_one_active_per_key'. The duplicate key value is (aaaa).",
      'Device_one_active_per_key',
    ],
    ['不能在具有唯一索引“Site_name_in_use”的对象“dbo.Site”中插入重复键的行。重复键值为 (总部)。', 'Site_name_in_use'],
    ["Cannot insert duplicate key row in object 'dbo.X' with unique index 'X_unknown'.", null],
  ])('on SQL Server: %s', (message, index) => {
    expect(uniqueConflict(sqlServerError(message))).toBe(index)
  })

  it('says null for other errors', () => {
    for (const error of [new Error('x'), null, undefined, 'P2002', { code: 'P2002' }])
      expect(uniqueConflict(error)).toBeNull()
  })

  it('can tell all indexes apart by their columns', () => {
    const columns = Object.values(UNIQUE_INDEXES)
    expect(new Set(columns).size).toBe(columns.length)
  })
})
