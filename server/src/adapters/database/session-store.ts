import type { SessionStore } from '../../ports/session-store'
import type { Database } from './database'
import { groupWork } from './group'
import { loadSessions } from './session-load'
import { readSessionRows } from './session-rows'
import { readSessionRows as readSessionRowsOfSqlite } from './sqlite/session-rows'
import { writeTrail } from './trail'
import { uniqueConflict } from './unique-conflict'

const MOST_SESSIONS_TOGETHER = 64

export function createSessionStore(database: Database): SessionStore {
  const readRows = database.engine === 'sqlite' ? readSessionRowsOfSqlite : readSessionRows
  const loadCaller = groupWork({
    maxItems: MOST_SESSIONS_TOGETHER,
    run: async (ids: readonly string[]) => {
      const found = await loadSessions(database.read, readRows, ids)
      return ids.map((id) => found.get(id) ?? null)
    },
  })

  return {
    loadCaller,
    loadCallers: (sessionIds) => loadSessions(database.read, readRows, sessionIds),

    open: (session, trail, nowMs) =>
      database.write(async (tx) => {
        await tx.session.create({
          data: {
            id: session.id,
            employeeId: session.employeeId,
            keyThumbprint: session.keyThumbprint,
            loggedInAt: new Date(session.loggedInAtMs),
            expiresAt: new Date(session.expiresAtMs),
          },
        })
        if (session.refreshTokenHash !== null) {
          const sessionId = session.id
          await tx.refreshToken.create({
            data: { hash: session.refreshTokenHash, sessionId, generation: 1, issuedAt: new Date(nowMs) },
          })
        }
        await writeTrail(tx, trail, nowMs)
      }),

    async findRefreshToken(hash) {
      const row = await database.read.refreshToken.findUnique({ where: { hash } })
      if (row === null) return null
      return { sessionId: row.sessionId, generation: row.generation, replacedAtMs: row.replacedAt?.getTime() ?? null }
    },

    async replaceRefreshToken({ hash, successorHash }, nowMs) {
      try {
        return await database.write(async (tx) => {
          const at = new Date(nowMs)
          const replaced = await tx.refreshToken.updateMany({
            where: { hash, replacedAt: null, session: { revokedAt: null } },
            data: { replacedAt: at },
          })
          if (replaced.count === 0) return false
          const { sessionId, generation } = await tx.refreshToken.findUniqueOrThrow({ where: { hash } })
          await tx.refreshToken.create({
            data: { hash: successorHash, sessionId, generation: generation + 1, issuedAt: at },
          })
          return true
        })
      } catch (fault) {
        if (uniqueConflict(fault) !== null) return false
        throw fault
      }
    },

    revoke: (sessionId, reason, trail, nowMs) =>
      database.write(async (tx) => {
        const revoked = await tx.session.updateMany({
          where: { id: sessionId, revokedAt: null },
          data: { revokedAt: new Date(nowMs), revokedReason: reason },
        })
        if (revoked.count === 0) return false
        await writeTrail(tx, trail, nowMs)
        return true
      }),

    recordRefusal: (trail, nowMs) => database.write((tx) => writeTrail(tx, trail, nowMs)),
  }
}
