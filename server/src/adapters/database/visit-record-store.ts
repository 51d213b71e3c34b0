import type { VisitDetails } from '#contract/api'
import type { Outcome } from '#contract/decision'
import type { SlotKind } from '#contract/work-day'
import type { FieldCipher } from '../../ports/field-cipher'
import type { StoredVisitRecord, VisitRecordStore } from '../../ports/visit-record-store'
import type { Database, Transaction } from './database'
import { writeTrail } from './trail'
import { uniqueConflict } from './unique-conflict'
import { openVisit, sealVisit, type SealedVisit } from './visit-record-text'
import { dateToWorkDay } from './work-day'

const WITH_EDITS = { edits: { orderBy: { version: 'desc' } } } as const

interface RecordRow extends SealedVisit {
  readonly attemptId: string
  readonly version: number
  readonly updatedAt: Date
  readonly edits: readonly (SealedVisit & { readonly version: number; readonly writtenAt: Date })[]
}

export function createVisitRecordStore(database: Database, cipher: FieldCipher): VisitRecordStore {
  return {
    findOwn: async (employeeId, attemptId) => {
      const row = await database.read.attempt.findFirst({
        where: { id: attemptId, employeeId, slotKind: 'visit' },
        select: {
          ...{ id: true, employeeId: true, workDay: true, slotKind: true, slotSpan: true, zone: true, outcome: true },
          visit: { include: WITH_EDITS },
        },
      })
      if (row === null) return null
      return {
        attemptId: row.id,
        employeeId: row.employeeId,
        slot: { workDay: dateToWorkDay(row.workDay), kind: row.slotKind as SlotKind, span: row.slotSpan },
        zone: row.zone,
        outcome: row.outcome as Outcome,
        record: row.visit === null ? null : toRecord(cipher, row.visit),
      }
    },

    save: async (attemptId, version, details, trail, nowMs) => {
      try {
        return await database.write(async (tx) => {
          const saving = { attemptId, version, details, nowMs }
          const written =
            version === 0 ? await createRecord(tx, cipher, saving) : await replaceRecord(tx, cipher, saving)
          if (written) await writeTrail(tx, trail, nowMs)
          return written
        })
      } catch (fault) {
        // Somebody else wrote the first one, or this very edit.
        const index = uniqueConflict(fault)
        if (index === 'VisitRecord_pkey' || index === 'VisitRecordEdit_pkey') return false
        throw fault
      }
    },
  }
}

interface Saving {
  readonly attemptId: string
  readonly version: number
  readonly details: VisitDetails
  readonly nowMs: number
}

async function createRecord(tx: Transaction, cipher: FieldCipher, saving: Saving): Promise<true> {
  const { attemptId, details, nowMs } = saving
  const visit = sealVisit(cipher, details, 'VisitRecord', attemptId)
  await tx.visitRecord.create({ data: { attemptId, ...visit, updatedAt: new Date(nowMs) } })
  return true
}

async function replaceRecord(tx: Transaction, cipher: FieldCipher, saving: Saving): Promise<boolean> {
  const { attemptId, version, details, nowMs } = saving
  const before = await tx.visitRecord.findFirst({ where: { attemptId, version } })
  if (before === null) return false
  const { count } = await tx.visitRecord.updateMany({
    where: { attemptId, version },
    data: {
      ...sealVisit(cipher, details, 'VisitRecord', attemptId),
      version: version + 1,
      updatedAt: new Date(nowMs),
    },
  })
  if (count === 0) return false
  const kept = openVisit(cipher, before, 'VisitRecord', attemptId)
  await tx.visitRecordEdit.create({
    data: {
      attemptId,
      version,
      ...sealVisit(cipher, kept, 'VisitRecordEdit', editId(attemptId, version)),
      writtenAt: before.updatedAt,
    },
  })
  return true
}

function editId(attemptId: string, version: number): string {
  return `${attemptId}:${version}`
}

function toRecord(cipher: FieldCipher, row: RecordRow): StoredVisitRecord {
  return {
    version: row.version,
    details: openVisit(cipher, row, 'VisitRecord', row.attemptId),
    updatedAtMs: row.updatedAt.getTime(),
    edits: row.edits.map((edit) => ({
      version: edit.version,
      details: openVisit(cipher, edit, 'VisitRecordEdit', editId(row.attemptId, edit.version)),
      writtenAtMs: edit.writtenAt.getTime(),
    })),
  }
}
