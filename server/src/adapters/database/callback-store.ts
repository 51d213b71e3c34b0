import type { Prisma } from '../../generated/sqlserver/client'
import type { CallbackStore, StoredCallback } from '../../ports/callbacks'
import type { FieldCipher } from '../../ports/field-cipher'
import type { Database } from './database'
import { uniqueConflict } from './unique-conflict'

const bodyContext = (id: string) => `WecomCallback.body:${id}`
const replyContext = (id: string) => `WecomCallback.replyXml:${id}`

export function createCallbackStore(
  { read, write }: Pick<Database, 'read' | 'write'>,
  cipher: FieldCipher,
): CallbackStore {
  const toStored = (row: Prisma.WecomCallbackGetPayload<object>): StoredCallback => ({
    id: row.id,
    eventName: row.event,
    state: row.state as StoredCallback['state'],
    plainXml: row.bodyEncrypted === null ? null : cipher.decrypt(row.bodyEncrypted, bodyContext(row.id)),
    replyXml: row.replyXml === null ? null : cipher.decrypt(row.replyXml, replyContext(row.id)),
    tries: row.tries,
    nextTryAtMs: row.nextTryAt.getTime(),
  })
  const standing = async (messageKey: string) => {
    const row = await read.wecomCallback.findUnique({ where: { messageKey } })
    return row === null ? null : toStored(row)
  }

  return {
    async receive({ id, messageKey, eventName, plainXml, nextTryAtMs }, nowMs) {
      try {
        await write((tx) =>
          tx.wecomCallback.create({
            data: {
              ...{ id, messageKey, event: eventName, state: 'waiting' },
              bodyEncrypted: cipher.encrypt(plainXml, bodyContext(id)),
              receivedAt: new Date(nowMs),
              nextTryAt: new Date(nextTryAtMs),
            },
          }),
        )
        return null
      } catch (fault) {
        const before = uniqueConflict(fault) === 'WecomCallback_messageKey_key' ? await standing(messageKey) : null
        if (before === null) throw fault
        return before
      }
    },

    async due(nowMs, limit) {
      const rows = await read.wecomCallback.findMany({
        where: { state: 'waiting', nextTryAt: { lte: new Date(nowMs) } },
        orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
        take: limit,
      })
      return rows.map(toStored)
    },

    async hold({ id, nextTryAtMs }, untilMs) {
      const { count } = await write((tx) =>
        tx.wecomCallback.updateMany({
          where: { id, state: 'waiting', nextTryAt: new Date(nextTryAtMs) },
          data: { nextTryAt: new Date(untilMs) },
        }),
      )
      return count === 1
    },

    async finish(id, replyXml, nowMs) {
      const reply = replyXml === null ? null : cipher.encrypt(replyXml, replyContext(id))
      const { count } = await write((tx) =>
        tx.wecomCallback.updateMany({
          where: { id, state: 'waiting' },
          data: { state: 'done', replyXml: reply, bodyEncrypted: null, problem: null, processedAt: new Date(nowMs) },
        }),
      )
      return count === 1
    },

    async postpone(id, problem, nextTryAtMs, nowMs) {
      await write((tx) =>
        tx.wecomCallback.updateMany({
          where: { id, state: 'waiting' },
          data: {
            tries: { increment: 1 },
            problem: problem.slice(0, 80),
            ...(nextTryAtMs === null
              ? { state: 'failed', bodyEncrypted: null, processedAt: new Date(nowMs) }
              : { nextTryAt: new Date(nextTryAtMs) }),
          },
        }),
      )
    },
  }
}
