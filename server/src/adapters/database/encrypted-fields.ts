import type { EncryptedField, EncryptedFieldStore, EncryptedValue } from '../../ports/encrypted-fields'
import type { Database, Transaction } from './database'
import { writeTrail } from './trail'

/** Every column under the field keys; a test holds the list against prisma/schema.prisma. */
const COLUMNS: readonly ColumnAccess[] = [
  simpleColumn('Attempt', 'placeEncrypted', 'id', (client) => client.attempt),
  simpleColumn('Attempt', 'wifiEncrypted', 'id', (client) => client.attempt),
  simpleColumn('VisitRecord', 'contactEncrypted', 'attemptId', (client) => client.visitRecord),
  simpleColumn('VisitRecord', 'contactPhoneEncrypted', 'attemptId', (client) => client.visitRecord),
  visitEditColumn('contactEncrypted'),
  visitEditColumn('contactPhoneEncrypted'),
  simpleColumn('FaultReport', 'placeEncrypted', 'id', (client) => client.faultReport),
  simpleColumn('WecomCallback', 'bodyEncrypted', 'id', (client) => client.wecomCallback),
  simpleColumn('WecomCallback', 'replyXml', 'id', (client) => client.wecomCallback),
  simpleColumn('ApprovalCard', 'responseCodeEncrypted', 'id', (client) => client.approvalCard),
  simpleColumn('IntegrationToken', 'valueEncrypted', 'name', (client) => client.integrationToken),
]

/** Stands in every value: `v1.<key id>.…`. Key ids have no character that `LIKE` would read as a pattern. */
const headOf = (keyId: string) => `v1.${keyId}.`

/** Leaves nulls out, and may be asked of columns that have none. */
const ANY_VALUE = { not: '' }

export function createEncryptedFieldStore({ read, write }: Pick<Database, 'read' | 'write'>): EncryptedFieldStore {
  return {
    fields: COLUMNS.map(({ field }) => field),

    notUnderKey: async (field, keyId, afterRowId, limit) => {
      const { column } = field
      const where = { [column]: ANY_VALUE, NOT: { [column]: { startsWith: headOf(keyId) } } }
      const rows = await accessOf(field).find(read, where, afterRowId, limit)
      return rows.map((row) => ({ ...row, context: contextOf(field, row.rowId) }))
    },

    count: (field, keyId) => {
      const condition = keyId === null ? ANY_VALUE : { startsWith: headOf(keyId) }
      return accessOf(field).count(read, { [field.column]: condition })
    },

    replace: (field, values, trailOf, nowMs) =>
      write(async (tx) => {
        let count = 0
        for (const { rowId, oldValue, newValue } of values) {
          count += await accessOf(field).replace(tx, rowId, oldValue, newValue)
        }
        if (count > 0) await writeTrail(tx, trailOf(count), nowMs)
        return count
      }),

    dropSigningKeys: (trailOf, nowMs) =>
      write(async (tx) => {
        const kids = (await tx.signingKey.findMany({ select: { kid: true } })).map(({ kid }) => kid)
        await tx.signingKey.deleteMany({ where: { kid: { in: kids } } })
        if (kids.length > 0) await writeTrail(tx, trailOf(kids), nowMs)
        return kids
      }),
  }
}

type Where = Readonly<Record<string, unknown>>
type Row = Readonly<Record<string, unknown>>

/** How one column is reached; the stores of its table encrypt under the same row id. */
interface ColumnAccess {
  readonly field: EncryptedField
  find(
    client: Transaction,
    where: Where,
    afterRowId: string | null,
    limit: number,
  ): Promise<Omit<EncryptedValue, 'context'>[]>
  count(client: Transaction, where: Where): Promise<number>
  replace(client: Transaction, rowId: string, oldValue: string, newValue: string): Promise<number>
}

/** The members that all tables' delegates share, whatever their columns are called. */
interface Delegate {
  findMany(query: { where: Where; select: Where; orderBy: readonly Where[]; take: number }): Promise<Row[]>
  count(query: { where: Where }): Promise<number>
  updateMany(query: { where: Where; data: Where }): Promise<{ count: number }>
}

interface Key {
  readonly columns: readonly string[]
  readonly idOf: (row: Row) => string
  readonly whereIs: (rowId: string) => Where
  readonly whereAfter: (rowId: string) => Where
}

function columnAccess(field: EncryptedField, key: Key, delegateOf: (client: Transaction) => Delegate): ColumnAccess {
  const { column } = field
  return {
    field,
    find: async (client, where, afterRowId, limit) => {
      const rows = await delegateOf(client).findMany({
        where: { AND: [where, afterRowId === null ? {} : key.whereAfter(afterRowId)] },
        select: Object.fromEntries([...key.columns, column].map((name) => [name, true])),
        orderBy: key.columns.map((name) => ({ [name]: 'asc' })),
        take: limit,
      })
      return rows.map((row) => ({ rowId: key.idOf(row), value: row[column] as string }))
    },
    count: (client, where) => delegateOf(client).count({ where }),
    replace: async (client, rowId, oldValue, newValue) => {
      const where = { ...key.whereIs(rowId), [column]: oldValue }
      return (await delegateOf(client).updateMany({ where, data: { [column]: newValue } })).count
    },
  }
}

function simpleColumn(
  table: string,
  column: string,
  keyColumn: string,
  delegateOf: (client: Transaction) => unknown,
): ColumnAccess {
  const key: Key = {
    columns: [keyColumn],
    idOf: (row) => row[keyColumn] as string,
    whereIs: (rowId) => ({ [keyColumn]: rowId }),
    whereAfter: (rowId) => ({ [keyColumn]: { gt: rowId } }),
  }
  return columnAccess({ table, column }, key, (client) => delegateOf(client) as Delegate)
}

/** Rows of visit edits are known by attempt and version: `<attempt id>:<version>`. */
function visitEditColumn(column: string): ColumnAccess {
  const parse = (rowId: string) => {
    const [attemptId = '', version = ''] = rowId.split(':')
    return { attemptId, version: Number(version) }
  }
  const key: Key = {
    columns: ['attemptId', 'version'],
    idOf: ({ attemptId, version }) => `${String(attemptId)}:${String(version)}`,
    whereIs: parse,
    whereAfter: (rowId) => {
      const { attemptId, version } = parse(rowId)
      return { OR: [{ attemptId: { gt: attemptId } }, { attemptId, version: { gt: version } }] }
    },
  }
  return columnAccess(
    { table: 'VisitRecordEdit', column },
    key,
    (client) => client.visitRecordEdit as unknown as Delegate,
  )
}

function accessOf({ table, column }: EncryptedField): ColumnAccess {
  const access = COLUMNS.find(({ field }) => field.table === table && field.column === column)
  if (access === undefined) throw new RangeError(`${table}.${column} is not an encrypted column`)
  return access
}

/** The rule of all stores that encrypt: table, column without `Encrypted`, row. */
function contextOf({ table, column }: EncryptedField, rowId: string): string {
  return `${table}.${column.replace(/Encrypted$/, '')}:${rowId}`
}
