/** WeCom's own attendance (打卡), into which accepted check-ins may be written back. */

export interface AttendanceRecord {
  /** WeCom's spelling. */
  readonly userId: string
  readonly atMs: number
  /** The site's name; at most 1 024 bytes. */
  readonly placeTitle: string
  readonly placeDetail: string
  readonly note: string
}

/** `refused`: this record is not taken, whenever it is sent. */
export type AttendanceOutcome = { readonly kind: 'written' } | { readonly kind: 'refused'; readonly errcode: number }

export interface Attendance {
  /**
   * One record at a time: nothing is documented about a call of which one record is bad.
   * @throws AppError WECOM_UNAVAILABLE, WECOM_REFUSED (the app may not write; an administrator has to grant it)
   */
  add(record: AttendanceRecord): Promise<AttendanceOutcome>
  /** Whether this very record stands there: the answer to an earlier `add` may have been lost. @throws as `add` */
  has(record: Pick<AttendanceRecord, 'userId' | 'atMs' | 'placeTitle'>): Promise<boolean>
  /**
   * Puts a missing punch right; made for corrections, which nothing grants yet: so far only tests call it, against the
   * sandbox.
   * @param scheduledMinutes from the day's midnight; null: the rule schedules nothing
   * @throws as `add`
   */
  correct(correction: {
    readonly userId: string
    /** Midnight of the work day where the person is. */
    readonly dayStartMs: number
    readonly scheduledMinutes: number | null
    readonly atMs: number
    readonly remark: string
  }): Promise<AttendanceOutcome>
}
