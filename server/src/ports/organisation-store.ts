import type { DepartmentDiff } from '../features/organisation/department-diff.rules'
import type {
  OrganisationSource,
  PersonRow,
  StoredDepartment,
  StoredOrganisation,
} from '../features/organisation/organisation.rules'
import type { SyncRun } from '../features/organisation/sync-due.rules'
import type { NewDelegation } from './delegation-store'
import type { Trail } from './trail'

/** All but `join` hold for the row as it was loaded: `loadedUserId` is its userid then. */
export type PersonWrite =
  | { readonly kind: 'join'; readonly employeeId: string; readonly row: PersonRow }
  /** Of somebody employed, or, with `returns`, of somebody who left. */
  | {
      readonly kind: 'change'
      readonly employeeId: string
      readonly loadedUserId: string
      readonly row: PersonRow
      readonly returns: boolean
    }
  /** Replaces whom the person is led by and what he leads. */
  | {
      readonly kind: 'relate'
      readonly employeeId: string
      readonly loadedUserId: string
      /** Ids of employees. */
      readonly leaderIds: readonly string[]
      readonly leadsDepartmentIds: readonly string[]
    }
  /**
   * Ends every phone, session, role and delegation, given or received, too; he leads no department any more. Nothing of it
   * comes back by itself when he returns.
   */
  | {
      readonly kind: 'leave'
      readonly employeeId: string
      readonly loadedUserId: string
      readonly deviceReason: string
    }

/** A phone that ended with its owner's leaving. */
export interface EndedDevice {
  readonly id: string
  readonly keyThumbprint: string
  readonly wasCandidate: boolean
}

/** A role that ended with its holder's leaving. */
export interface EndedGrant {
  readonly id: string
  readonly role: string
  readonly scopeDepartmentId: string | null
}

/** What ended with somebody's leaving; for any other write nothing did. */
export interface EndedWithLeaver {
  readonly devices: readonly EndedDevice[]
  readonly grants: readonly EndedGrant[]
  /** Those that he gave, and those that he received. */
  readonly delegations: readonly NewDelegation[]
}

/** A write that changed something. */
export interface DonePersonWrite {
  readonly write: PersonWrite
  readonly ended: EndedWithLeaver
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
  /** All departments, and of the people those with these userids and whoever is above them, up to the top. */
  loadUpFrom(userIds: readonly string[]): Promise<StoredOrganisation>
  /** The tree, and nobody. */
  loadDepartments(): Promise<StoredOrganisation>
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
   * Writes a few people in one transaction. A write whose row is not as it says (left, employed, gone, of another userid)
   * does nothing.
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
