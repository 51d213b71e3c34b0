/** Changes of phones with real approvals, settlement and sessions on one database, and a clock that stands still. */
import type { DeviceFacts } from '#contract/api'
import { seedCompany } from '../../prisma/seed/builders'
import { createApprovalStore } from '../src/adapters/database/approval-store'
import { createRebindStore } from '../src/adapters/database/rebind-store'
import { createSettlementStore } from '../src/adapters/database/settlement-store'
import { createTransactions } from '../src/adapters/database/store-transaction'
import { deviceSignatures } from '../src/adapters/system/device-signature'
import { createDecideApproval } from '../src/features/approvals/decide-approval.usecase'
import { createOpenApproval } from '../src/features/approvals/open-approval.usecase'
import { createReadApproval } from '../src/features/approvals/read-approvals.usecase'
import { createExpireApproval, sweepApprovals } from '../src/features/approvals/sweep-approvals.usecase'
import { createWithdrawApproval } from '../src/features/approvals/withdraw-approval.usecase'
import { createSettle } from '../src/features/check-in/settle-attempt.usecase'
import { createRebindSubject } from '../src/features/devices/rebind-subject.usecase'
import { createRequestRebind } from '../src/features/devices/request-rebind.usecase'
import type { SessionCaller } from '../src/features/sessions/caller.rules'
import { createApprovals } from '../src/wiring/approvals'
import { callerFor, openIdentity, phoneKey, signedBy, FACTS, type PhoneKey } from './identity'

export type Rebinds = Awaited<ReturnType<typeof openRebinds>>

interface Person {
  readonly userId: string
}

export interface AskOptions {
  readonly key?: PhoneKey
  readonly facts?: DeviceFacts
  readonly reason?: string
  readonly caller?: SessionCaller
}

export async function openRebinds() {
  const identity = await openIdentity()
  const { database, random, clock, devices } = identity
  await database.write((tx) => seedCompany(tx))
  const approvals = createApprovalStore(database)
  const transactions = createTransactions(database)
  const rebinds = createRebindStore(database)
  const settlements = createSettlementStore()
  const settle = createSettle({ settlements, random })
  const subjects = [createRebindSubject({ devices, rebinds, settlements, settle, random })]
  const core = { approvals, subjects, transactions, random, clock }
  const readApproval = createReadApproval(core)
  const decideApproval = createDecideApproval(core)
  const withdrawApproval = createWithdrawApproval(core)
  const openApproval = createOpenApproval(core)
  const requestRebind = createRequestRebind({
    ...identity,
    ...core,
    signatures: deviceSignatures,
    rebinds,
    openApproval,
    expireApproval: createExpireApproval(core),
    readApproval,
  })

  /** What a new phone of this person sends; a fresh login and enrolment of its own. */
  async function inputOf(person: Person, options: AskOptions = {}) {
    const { key = phoneKey(), facts = FACTS, reason = '换了新手机' } = options
    const caller = options.caller ?? (await callerFor(identity, person))
    const { enrolmentToken } = await identity.enrol(caller)
    const body = { enrolmentToken, publicKey: key.publicKey, facts, reason }
    return { ...body, caller, signed: signedBy(key, '/api/v1/rebind-requests', body), requestId: 'request-rebind' }
  }

  return {
    ...identity,
    rebinds,
    subjects: createApprovals(database, { clock, random }).subjects,
    requestRebind,
    readApproval,
    inputOf,

    async ask(person: Person, options: AskOptions = {}) {
      const key = options.key ?? phoneKey()
      return { ...(await requestRebind(await inputOf(person, { ...options, key }))), key }
    },

    async decide(person: Person, approvalId: string, decision: 'approve' | 'reject') {
      const caller = await callerFor(identity, person)
      await decideApproval({
        caller,
        approvalId,
        decision,
        subjectVersion: 1,
        comment: null,
        requestId: 'request-decide',
      })
    },

    async withdraw(person: Person, approvalId: string) {
      const caller = await callerFor(identity, person)
      await withdrawApproval({ caller, approvalId, requestId: 'request-withdraw' })
    },

    /** One round of the job that closes what is past its time. */
    sweep: () => sweepApprovals(core, 100),

    standingOf: async (person: Person, key: PhoneKey) => (await callerFor(identity, person, key)).device,

    stored: (deviceId: string) => database.read.device.findUniqueOrThrow({ where: { id: deviceId } }),

    /** Counts of what asking writes. */
    written: async () => ({
      candidates: await database.read.device.count({ where: { state: 'candidate' } }),
      requests: await database.read.approvalRequest.count({ where: { kind: 'rebind' } }),
    }),
  }
}
