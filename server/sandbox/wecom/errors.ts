/** WeCom's error codes that the sandbox uses; the words are ours, as WeCom's may change. */
const WECOM_ERRORS = {
  [-1]: 'system busy',
  40001: 'invalid credential',
  40013: 'invalid corpid',
  40014: 'invalid access_token',
  40029: 'invalid code',
  40056: 'invalid agentid',
  40058: 'invalid argument',
  40091: 'secret of another corp',
  41001: 'access_token missing',
  42001: 'access_token expired',
  42014: 'invalid task_id',
  42015: 'the card was sent by another app',
  42016: 'task_id not found',
  42018: 'illegal button key',
  42019: 'button key missing',
  42030: 'appid missing or not linked to the app',
  42031: 'invalid card_type',
  42033: 'title missing',
  42035: 'horizontal_content_list: invalid length',
  42036: 'vertical_content_list: invalid length',
  42037: 'option_list: invalid length',
  42038: 'button text: invalid',
  42039: 'button key: invalid',
  43012: 'the app has no callback URL',
  45009: 'api freq out of limit',
  45033: 'api concurrency out of limit',
  48002: 'api forbidden for this app',
  50001: 'redirect_uri: domain not registered for the app',
  60011: 'no privilege on this contact',
  60020: 'not allowed from this ip',
  60111: 'userid not found',
  81013: 'no valid recipient',
  84014: 'user_ticket expired',
  301002: 'app has no right on this data',
  301021: 'unknown userid in list',
  301023: 'useridlist empty or too long',
  301024: 'invalid time span',
  301069: 'no such member',
  301075: 'invalid parameter',
} as const

/** WeCom refuses: thrown inside the sandbox, answered as `{ errcode, errmsg }`. */
export class Refusal extends Error {
  /** @param detail for whoever reads the answer while developing */
  constructor(
    readonly errcode: number,
    detail?: string,
  ) {
    const text = (WECOM_ERRORS as Readonly<Record<number, string>>)[errcode] ?? 'refused'
    super(detail === undefined ? text : `${text}: ${detail}`)
    this.name = 'Refusal'
  }
}
