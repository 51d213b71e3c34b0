/** Calls to WeCom and to ourselves that change nothing, for whoever sets an installation up. */
import type { OwnAnswer, ProbeAnswer } from '../features/wecom-doctor/answers.rules'

export type { OwnAnswer, ProbeAnswer }

/** What can be tried at WeCom. */
export type WecomTrial =
  | 'app_token'
  | 'contacts_token'
  /** Also whether this server's address is trusted. */
  | 'departments'
  | 'member_ids'
  /** To nobody. */
  | 'messages'
  /** To nobody. */
  | 'mini_program'
  /** Of nobody. */
  | 'attendance'
  | 'page_ticket'
  | 'app_ticket'

export interface WecomProbe {
  try(trial: WecomTrial): Promise<ProbeAnswer>
  /** WeCom's clock minus ours; null: no answer, or none with a time. */
  clockAheadMs(): Promise<number | null>
}

/** Our own public addresses, asked as WeCom asks them. */
export interface OwnAddressProbe {
  /** The check of the callback address, with a text of ours. */
  echo(url: string): Promise<OwnAnswer>
  /** Whether the address answers this very text. */
  text(url: string, expected: string): Promise<OwnAnswer>
}
