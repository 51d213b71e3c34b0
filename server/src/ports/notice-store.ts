import type { NoticeDetail, NoticeKind } from '../features/notices/notice.rules'

export interface NewNotice {
  readonly id: string
  /** Event and recipient: the same for every repeat. */
  readonly key: string
  readonly employeeId: string
  readonly kind: NoticeKind
  readonly detail: NoticeDetail
  /** Not sent before. */
  readonly notBeforeMs: number
}

export interface StoredNotice {
  readonly id: string
  readonly userId: string
  readonly kind: NoticeKind
  readonly detail: NoticeDetail
  readonly tries: number
  readonly nextTryAtMs: number
}

/** Messages are how something is told, not what happened: no trail. */
export interface NoticeStore {
  /** Direct leaders, else those who lead the person's department; employed ones. */
  leadersOf(employeeId: string): Promise<readonly string[]>
  /** IANA name of the company's zone. */
  zone(): Promise<string>
  /** Each key once. @returns how many are new */
  plan(notices: readonly NewNotice[], nowMs: number): Promise<number>
  /** Oldest first; of people who are employed. */
  due(nowMs: number, limit: number): Promise<readonly StoredNotice[]>
  /** Keeps other workers away from a message that is due, until then. @returns false when one of them has it */
  hold(notice: Pick<StoredNotice, 'id' | 'nextTryAtMs'>, untilMs: number): Promise<boolean>
  end(id: string, state: 'sent' | 'undeliverable', nowMs: number): Promise<void>
  /** @param nextTryAtMs null: given up */
  postpone(id: string, problem: string, nextTryAtMs: number | null): Promise<void>
}
