import { createHash, generateKeyPairSync } from 'node:crypto'
import type { Role } from '../../../miniprogram/contract/roles'
import type { Transaction } from '../../../server/src/adapters/database/database'
import { workDayToDate } from '../../../server/src/adapters/database/work-day'
import { nextCount, stableId } from './ids'

/** Rows of builders begin long before any test's day, so that they are in force on it. */
export const LONG_AGO = new Date('2025-01-01T00:00:00Z')

export interface CompanySeed {
  readonly corpId?: string
  readonly name?: string
  readonly zone?: string
  readonly dayBoundaryMinutes?: number
}

/** The one company row. Everything else of the seeds needs it. */
export async function seedCompany(tx: Transaction, seed: CompanySeed = {}): Promise<void> {
  const data = { corpId: 'ww-test-corp', name: '测试公司', zone: 'Asia/Shanghai', dayBoundaryMinutes: 240, ...seed }
  await tx.company.upsert({ where: { id: 1 }, create: { id: 1, ...data }, update: data })
}

export interface DepartmentSeed {
  readonly id?: string
  readonly name?: string
  readonly parentId?: string | null
  /** Ids of employees. */
  readonly leaders?: readonly string[]
}

/** @returns the department's id */
export async function seedDepartment(tx: Transaction, seed: DepartmentSeed = {}): Promise<string> {
  const number = nextCount()
  const { id = `department-${number}`, name = `部门 ${number}`, parentId = null, leaders = [] } = seed
  await tx.department.create({ data: { id, name, parentId } })
  for (const employeeId of leaders) await tx.departmentLeader.create({ data: { departmentId: id, employeeId } })
  return id
}

export interface EmployeeSeed {
  readonly id?: string
  readonly userId?: string
  readonly name?: string
  readonly employeeNumber?: string | null
  readonly position?: string | null
  readonly departmentId?: string | null
  readonly zone?: string | null
  readonly leftAt?: Date | null
  readonly createdAt?: Date
  /** Ids of employees. */
  readonly leaders?: readonly string[]
  /** For the whole company, or for one department as `[role, departmentId]`. Staff is everybody. */
  readonly roles?: readonly (Role | readonly [Role, string])[]
  /** Versions of the notice that this person agreed to, at `createdAt`. */
  readonly consents?: readonly number[]
}

export interface SeededEmployee {
  readonly id: string
  readonly userId: string
}

export async function seedEmployee(tx: Transaction, seed: EmployeeSeed = {}): Promise<SeededEmployee> {
  const number = nextCount()
  const { userId = `staff-${number}`, createdAt = LONG_AGO, leaders = [], roles = [], consents = [] } = seed
  const id = seed.id ?? stableId('employee', userId)
  await tx.employee.create({
    data: {
      id,
      userId,
      userIdKey: userId.toLowerCase(),
      name: seed.name ?? `员工 ${number}`,
      employeeNumber: seed.employeeNumber ?? null,
      position: seed.position ?? null,
      departmentId: seed.departmentId ?? null,
      zone: seed.zone ?? null,
      leftAt: seed.leftAt ?? null,
      createdAt,
    },
  })
  for (const leaderId of leaders) await tx.employeeLeader.create({ data: { employeeId: id, leaderId } })
  for (const grant of roles) {
    const [role, scopeDepartmentId] = typeof grant === 'string' ? [grant, null] : grant
    const grantId = stableId('grant', id, role, scopeDepartmentId ?? '')
    await tx.roleGrant.create({
      data: { id: grantId, employeeId: id, role, scopeDepartmentId, grantedBy: id, grantedAt: createdAt },
    })
  }
  for (const version of consents) {
    await tx.consent.create({
      data: { id: stableId('consent', id, version), employeeId: id, version, givenAt: createdAt },
    })
  }
  return { id, userId }
}

export interface NoticeSeed {
  readonly version?: number
  readonly publishedAt?: Date
  readonly title?: string
  readonly text?: string
}

export async function seedConsentNotice(tx: Transaction, seed: NoticeSeed = {}): Promise<void> {
  const data = { version: 1, publishedAt: LONG_AGO, title: '个人信息处理告知', text: '只在签到时读取位置。', ...seed }
  await tx.consentNotice.create({ data })
}

export interface DeviceSeed {
  readonly employeeId: string
  readonly id?: string
  /** Raw Ed25519 public key, 32 bytes; a fresh one by default. */
  readonly publicKey?: Uint8Array
  readonly state?: 'active' | 'candidate' | 'revoked'
  readonly facts?: {
    readonly brand: string
    readonly model: string
    readonly platform: string
    readonly system: string
  }
  readonly createdAt?: Date
  readonly revokedAt?: Date
  /** Default `unbound_by_hr`: whoever it was may bind again. */
  readonly revokedReason?: string
  readonly replacedAt?: Date
}

/** @returns id and key thumbprint (SHA-256 of the raw public key, hex) */
export async function seedDevice(tx: Transaction, seed: DeviceSeed): Promise<{ id: string; keyThumbprint: string }> {
  const publicKey = seed.publicKey ?? freshPublicKey()
  const keyThumbprint = createHash('sha256').update(publicKey).digest('hex')
  const { state = 'active', createdAt = LONG_AGO } = seed
  const id = seed.id ?? stableId('device', seed.employeeId, keyThumbprint)
  await tx.device.create({
    data: {
      id,
      employeeId: seed.employeeId,
      keyThumbprint,
      publicKey: Buffer.from(publicKey).toString('base64url'),
      state,
      ...(seed.facts ?? { brand: 'HUAWEI', model: 'Mate 60', platform: 'android', system: 'HarmonyOS 4.2' }),
      createdAt,
      boundAt: state === 'candidate' ? null : createdAt,
      revokedAt: seed.revokedAt ?? null,
      revokedReason: seed.revokedAt === undefined ? null : (seed.revokedReason ?? 'unbound_by_hr'),
      replacedAt: seed.replacedAt ?? null,
    },
  })
  return { id, keyThumbprint }
}

function freshPublicKey(): Uint8Array {
  const { x } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' })
  return new Uint8Array(Buffer.from(x ?? '', 'base64url'))
}

export interface TeamSeed {
  readonly id?: string
  readonly name?: string
  readonly members?: readonly string[]
  /** Work day from which the members belong to it. */
  readonly validFrom?: string
}

/** @returns the team's id */
export async function seedTeam(tx: Transaction, seed: TeamSeed = {}): Promise<string> {
  const name = seed.name ?? `班组 ${nextCount()}`
  const id = seed.id ?? stableId('team', name)
  await tx.team.create({ data: { id, name } })
  const validFrom = workDayToDate(seed.validFrom ?? '2025-01-01')
  for (const employeeId of seed.members ?? [])
    await tx.teamMember.create({ data: { teamId: id, employeeId, validFrom } })
  return id
}
