import type { DepartmentDiff } from '../features/organisation/department-diff.rules'
import type {
  OrganisationSource,
  PersonRow,
  StoredDepartment,
  StoredOrganisation,
} from '../features/organisation/organisation.rules'
import type { SyncRun } from '../features/organisation/sync-due.rules'
import type { Trail } from './trail'

export type PersonWrite =
  | { readonly kind: 'join'; readonly employeeId: string; readonly row: PersonRow }
  /** Of somebody employed, or, with `returns`, of somebody who left. */
  | { readonly kind: 'change'; readonly employeeId: string; readonly row: PersonRow; readonly returns: boolean }
  /** Replaces whom the person is led by and what he leads. */
  | {
      readonly kind: 'relate'
      readonly employeeId: string
      /** Ids of employees. */
      readonly leaderIds: readonly string[]
      readonly leadsDepartmentIds: readonly string[]
    }
  /** Ends every phone and every session too; he leads no department any more. */
  | { readonly kind: 'leave'; readonly employeeId: string; readonly deviceReason: string }

/** A phone that ended with its owner's leaving. */
export interface EndedDevice {
  readonly id: string
  readonly keyThumbprint: string
  readonly wasCandidate: boolean
}

/** A write that changed something. */
export interface DonePersonWrite {
  readonly write: PersonWrite
  readonly endedDevices: readonly EndedDevice[]
}

export interface NewSyncRun {
  readonly id: string
  readonly source: OrganisationSource
}

export interface FinishedSyncRun {
  readonly id: string
  /** Counts; no names. */
  readonly summary: Readonly<Record<string, number>>
  /** Null: it went well. */
  readonly problem: string | null
}

export interface Rename {
  readonly employeeId: string
  readonly fromUserId: string
  readonly toUserId: string
  /** The row that has the new userid gives it up for another. */
  readonly retire: { readonly employeeId: string; readonly toUserId: string } | null
}

export interface OrganisationStore {
  /** Everybody who ever was, and all departments. */
  load(): Promise<StoredOrganisation>
  /** IANA name of the company's zone. */
  zone(): Promise<string>
  hasPeople(): Promise<boolean>
  /** Whether there are check-ins or phones of this person. */
  isInUse(employeeId: string): Promise<boolean>
  lastRun(source: OrganisationSource): Promise<SyncRun | null>
  /** Of the last run that went well; null: there was none. */
  sourceInUse(): Promise<OrganisationSource | null>
  /** A run that does nothing yet: no trail. */
  beginRun(run: NewSyncRun, nowMs: number): Promise<void>
  finishRun(run: FinishedSyncRun, trail: Trail, nowMs: number): Promise<void>
  /** Adds and changes; whatever is cached of the tree is stale from then on. */
  saveDepartments(diff: Pick<DepartmentDiff, 'added' | 'changed'>, trail: Trail, nowMs: number): Promise<void>
  /**
   * Deletes it, unless something still names it: people (those who left too), leaders, departments below it, role grants,
   * rules.
   * @returns false, and no trail, when it stays
   */
  removeDepartment(department: StoredDepartment, trail: Trail, nowMs: number): Promise<boolean>
  /**
   * Writes a few people in one transaction. A write whose row is not as it says (left, employed, gone) does nothing.
   * @param trailOf told what was done; may be called again when the transaction is tried again
   * @returns null, and nothing is written, when a userid is somebody else's by now
   */
  write(
    writes: readonly PersonWrite[],
    trailOf: (done: readonly DonePersonWrite[]) => Trail,
    nowMs: number,
  ): Promise<readonly DonePersonWrite[] | null>
  /** @returns false, and no trail, when the rows are not as it says, or the userid is somebody else's by now */
  rename(rename: Rename, trail: Trail, nowMs: number): Promise<boolean>
}
