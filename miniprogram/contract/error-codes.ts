/**
 * Every code an error envelope can carry: HTTP status, texts, and what a client does about it.
 * Refusals of check-ins are no errors: they answer 200 with a finding code.
 */

/** `retry`: send the same again after a while; `refresh`: trade the refresh token, or log in where there is none;
 *  `login`: get a new session; `rebind`: ask for a device change; `consent`: show the notice; `show`: tell the person,
 *  nothing helps by itself. */
export type ClientAction = 'retry' | 'refresh' | 'login' | 'rebind' | 'consent' | 'show'

interface ErrorDefinition {
  readonly status: number
  readonly action: ClientAction
  /** What happened, then what to do. */
  readonly zh: { readonly message: string; readonly hint: string }
  readonly en: { readonly message: string; readonly hint: string }
}

export const ERRORS = {
  BODY_INVALID: {
    status: 400,
    action: 'show',
    zh: { message: '请求内容不符合要求', hint: '按 details 逐项更正后再发' },
    en: { message: 'The request body is not valid', hint: 'Correct each item in details and send again' },
  },
  QUERY_INVALID: {
    status: 400,
    action: 'show',
    zh: { message: '请求参数不符合要求', hint: '按 details 逐项更正后再发' },
    en: { message: 'The request parameters are not valid', hint: 'Correct each item in details and send again' },
  },
  JSON_INVALID: {
    status: 400,
    action: 'show',
    zh: { message: '请求内容不是有效的 JSON', hint: '用 UTF-8 编码的 JSON 再发' },
    en: { message: 'The body is not valid JSON', hint: 'Send JSON in UTF-8' },
  },
  JSON_TOO_DEEP: {
    status: 400,
    action: 'show',
    zh: { message: '请求内容嵌套太深', hint: '嵌套不超过 16 层' },
    en: { message: 'The JSON is nested too deeply', hint: 'Nest at most 16 levels' },
  },
  ENCODING_INVALID: {
    status: 400,
    action: 'show',
    zh: { message: '请求内容不是 UTF-8 编码', hint: '改用 UTF-8 再发' },
    en: { message: 'The body is not UTF-8', hint: 'Encode the body as UTF-8' },
  },
  SIGNATURE_HEADERS_INVALID: {
    status: 400,
    action: 'show',
    zh: { message: '签名头缺失或格式不对', hint: '对照接口文档补全签名头' },
    en: { message: 'Signature headers are missing or malformed', hint: 'Send all signature headers as documented' },
  },
  LOGIN_CODE_INVALID: {
    status: 401,
    action: 'login',
    zh: { message: '登录凭证已用过或已过期', hint: '重新打开小程序登录' },
    en: { message: 'The login code was used or has expired', hint: 'Log in again' },
  },
  TOKEN_MISSING: {
    status: 401,
    action: 'login',
    zh: { message: '还没有登录', hint: '登录后再试' },
    en: { message: 'Not logged in', hint: 'Log in first' },
  },
  TOKEN_INVALID: {
    status: 401,
    action: 'login',
    zh: { message: '登录已失效', hint: '重新登录后再试' },
    en: { message: 'The session token is not valid', hint: 'Log in again' },
  },
  TOKEN_EXPIRED: {
    status: 401,
    action: 'refresh',
    zh: { message: '登录已过期', hint: '刷新登录后再试' },
    en: { message: 'The session token has expired', hint: 'Refresh the session' },
  },
  SESSION_REVOKED: {
    status: 401,
    action: 'login',
    zh: { message: '这次登录已被停用', hint: '重新登录；换过手机请先申请换机' },
    en: { message: 'The session was revoked', hint: 'Log in again' },
  },
  REFRESH_TOKEN_INVALID: {
    status: 401,
    action: 'login',
    zh: { message: '登录续期失败', hint: '重新登录' },
    en: { message: 'The refresh token is not valid', hint: 'Log in again' },
  },
  REFRESH_TOKEN_REUSED: {
    status: 401,
    action: 'login',
    zh: { message: '登录凭证被重复使用，已停用这次登录', hint: '重新登录' },
    en: { message: 'The refresh token was used before; the session family was revoked', hint: 'Log in again' },
  },
  DEVICE_SIGNATURE_INVALID: {
    status: 401,
    action: 'login',
    zh: { message: '手机签名不对', hint: '重新打开小程序再试' },
    en: { message: 'The device signature does not fit', hint: 'Sign the exact bytes sent with the bound key' },
  },
  WRONG_COMPANY: {
    status: 403,
    action: 'show',
    zh: { message: '你登录的企业不使用这个外勤签到', hint: '在企业微信里切换到本公司再打开' },
    en: { message: 'This WeCom company does not use this installation', hint: 'Switch company in WeCom' },
  },
  EMPLOYEE_UNKNOWN: {
    status: 403,
    action: 'show',
    zh: { message: '名册里没有你', hint: '请人事把你加入外勤签到名册' },
    en: { message: 'You are not in the staff list', hint: 'Ask HR to add you' },
  },
  EMPLOYEE_LEFT: {
    status: 403,
    action: 'show',
    zh: { message: '你的账号已停用', hint: '如有疑问请联系人事' },
    en: { message: 'Your account is no longer active', hint: 'Ask HR' },
  },
  NOT_ALLOWED: {
    status: 403,
    action: 'show',
    zh: { message: '你的角色不能做这件事', hint: '需要时请管理员授权' },
    en: { message: 'Your roles do not allow this', hint: 'Ask an admin for the role' },
  },
  CONSENT_NEEDED: {
    status: 403,
    action: 'consent',
    zh: { message: '还没有同意隐私告知', hint: '阅读并同意后再试' },
    en: { message: 'The privacy notice has not been agreed to', hint: 'Agree to the notice first' },
  },
  DEVICE_NEEDED: {
    status: 403,
    action: 'rebind',
    zh: { message: '这部手机没有绑定你', hint: '首次使用请先绑定；换了手机请申请换机' },
    en: { message: 'This phone is not bound to you', hint: 'Bind it, or ask for a device change' },
  },
  FRESH_LOGIN_NEEDED: {
    status: 403,
    action: 'login',
    zh: { message: '这一步要重新确认身份', hint: '重新登录后 5 分钟内再做' },
    en: { message: 'A fresh login is needed', hint: 'Log in again and repeat within 5 minutes' },
  },
  NOT_APPROVER: {
    status: 403,
    action: 'show',
    zh: { message: '这个申请不由你审批', hint: '请审批人处理' },
    en: { message: 'You are not an approver of this request', hint: 'Ask one of the approvers named in it' },
  },
  OWN_REQUEST: {
    status: 403,
    action: 'show',
    zh: { message: '不能审批自己的申请', hint: '请上级或人事处理' },
    en: { message: 'Nobody decides about himself', hint: 'Ask your leader or HR' },
  },
  NOT_FOUND: {
    status: 404,
    action: 'show',
    zh: { message: '没有找到', hint: '它可能已被删除，或不属于你' },
    en: { message: 'Not found', hint: 'It may have been removed, or is not yours' },
  },
  ROUTE_UNKNOWN: {
    status: 404,
    action: 'show',
    zh: { message: '没有这个接口', hint: '接口清单见 /api/docs' },
    en: { message: 'No such route', hint: 'See /api/docs' },
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    action: 'show',
    zh: { message: '这个接口不支持该方法', hint: '允许的方法见 Allow 头' },
    en: { message: 'Method not allowed here', hint: 'See the Allow header' },
  },
  REQUEST_ID_REUSED: {
    status: 409,
    action: 'show',
    zh: { message: '同一个请求号发来了不同的内容', hint: '新的签到请用新的请求号' },
    en: { message: 'This request id was used with another body', hint: 'Use a new request id' },
  },
  VERSION_CONFLICT: {
    status: 409,
    action: 'show',
    zh: { message: '内容已有变化', hint: '重新打开，看过最新内容再操作' },
    en: { message: 'It changed meanwhile', hint: 'Reload, look, and do it again' },
  },
  NAME_TAKEN: {
    status: 409,
    action: 'show',
    zh: { message: '同名的已经有了', hint: '换一个名称' },
    en: { message: 'That name is taken', hint: 'Choose another name' },
  },
  DEVICE_ALREADY_BOUND: {
    status: 409,
    action: 'rebind',
    zh: { message: '你已绑定另一部手机', hint: '在新手机上申请换机，主管同意后生效' },
    en: { message: 'Another phone is already bound to you', hint: 'Ask for a device change' },
  },
  DEVICE_OF_ANOTHER: {
    status: 409,
    action: 'show',
    zh: { message: '这部手机已绑定其他同事', hint: '请用自己的手机；如有误请联系人事' },
    en: { message: 'This device key is bound to somebody else', hint: 'Use your own phone' },
  },
  APPROVAL_ALREADY_DECIDED: {
    status: 409,
    action: 'show',
    zh: { message: '这个申请已有人处理', hint: '打开看处理结果' },
    en: { message: 'The request has been decided', hint: 'Open it to see the outcome' },
  },
  APPROVAL_EXPIRED: {
    status: 409,
    action: 'show',
    zh: { message: '这个申请已过期，没有生效', hint: '还需要的话，由申请人再提交一次' },
    en: { message: 'The request has expired', hint: 'The requester can ask again' },
  },
  APPROVAL_NOT_NEEDED: {
    status: 409,
    action: 'show',
    zh: { message: '所申请的事已有结果，不用再审批', hint: '打开看结果' },
    en: { message: 'What was asked about has settled by itself', hint: 'Open it to see the outcome' },
  },
  APPROVAL_WITHDRAWN: {
    status: 409,
    action: 'show',
    zh: { message: '申请人已撤回', hint: '不用再处理' },
    en: { message: 'The requester withdrew it', hint: 'Nothing is left to do' },
  },
  REQUESTER_LEFT: {
    status: 409,
    action: 'show',
    zh: { message: '申请人已离职，申请已失效', hint: '不用再处理' },
    en: { message: 'The requester has left', hint: 'Nothing is left to do' },
  },
  REBIND_ALREADY_REQUESTED: {
    status: 409,
    action: 'show',
    zh: { message: '你已有一个换机申请在等审批', hint: '等它处理完，或撤回后再申请' },
    en: { message: 'A device change is waiting for approval', hint: 'Wait for it, or withdraw it first' },
  },
  REBIND_NOT_NEEDED: {
    status: 409,
    action: 'show',
    zh: { message: '这部手机可以直接绑定，不用申请换机', hint: '直接绑定即可' },
    en: { message: 'No other phone is bound: no approval is needed', hint: 'Bind this phone' },
  },
  VISIT_RECORD_CLOSED: {
    status: 409,
    action: 'show',
    zh: { message: '拜访记录当天可改，现在改不了', hint: '有差错请联系人事' },
    en: { message: 'A visit record can be edited on its day only', hint: 'Ask HR' },
  },
  VISIT_RECORD_FULL: {
    status: 409,
    action: 'show',
    zh: { message: '这份拜访记录已改了 50 次，不能再改', hint: '有差错请联系人事' },
    en: { message: 'This visit record was edited 50 times: no more', hint: 'Ask HR' },
  },
  PHOTO_DEADLINE_PASSED: {
    status: 409,
    action: 'show',
    zh: { message: '照片上传时间已过', hint: '下次请当天上传；有疑问请联系主管' },
    en: { message: 'The time to upload this photo has passed', hint: 'Upload on the same day' },
  },
  FEEDBACK_ALREADY_ANSWERED: {
    status: 409,
    action: 'show',
    zh: { message: '这个故障报告已有答复', hint: '重新打开，看已有的答复' },
    en: { message: 'This fault report has an answer already', hint: 'Reload and read it' },
  },
  BODY_TOO_LARGE: {
    status: 413,
    action: 'show',
    zh: { message: '请求内容太大', hint: '不超过 64 KB；照片请走照片上传' },
    en: { message: 'The body is too large', hint: 'Send at most 64 KB; photos have their own upload' },
  },
  MEDIA_TYPE_UNSUPPORTED: {
    status: 415,
    action: 'show',
    zh: { message: '只接受 JSON', hint: '把 Content-Type 设为 application/json' },
    en: { message: 'Only JSON is accepted', hint: 'Set Content-Type to application/json' },
  },
  FENCE_INVALID: {
    status: 422,
    action: 'show',
    zh: { message: '围栏画得不对', hint: '按 details 逐项更正' },
    en: { message: 'The fence is not valid', hint: 'Correct each item in details' },
  },
  WIFI_INVALID: {
    status: 422,
    action: 'show',
    zh: { message: 'Wi-Fi 列表有误', hint: '按 details 逐项更正' },
    en: { message: 'The Wi-Fi list is not valid', hint: 'Correct each item in details' },
  },
  REFERENCE_UNKNOWN: {
    status: 422,
    action: 'show',
    zh: { message: '引用的内容不存在', hint: '按 details 逐项更正' },
    en: { message: 'Something referred to does not exist', hint: 'Correct each item in details' },
  },
  DELEGATION_INVALID: {
    status: 422,
    action: 'show',
    zh: { message: '代审批设置有误', hint: '按 details 逐项更正' },
    en: { message: 'The delegation is not valid', hint: 'Correct each item in details' },
  },
  OUTAGE_INVALID: {
    status: 422,
    action: 'show',
    zh: { message: '故障时段有误', hint: '按 details 逐项更正' },
    en: { message: 'The outage interval is not valid', hint: 'Correct each item in details' },
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    action: 'retry',
    zh: { message: '请求太频繁', hint: '稍等片刻再试，时间见 Retry-After' },
    en: { message: 'Too many requests', hint: 'Wait for Retry-After seconds' },
  },
  TOO_MANY_ATTEMPTS: {
    status: 429,
    action: 'retry',
    zh: { message: '一小时内签到次数太多', hint: '过一会儿再签；着急请联系主管' },
    en: { message: 'Too many check-ins within an hour', hint: 'Try again later' },
  },
  INTERNAL: {
    status: 500,
    action: 'retry',
    zh: { message: '服务器出了问题', hint: '再试一次；仍不行请把请求号告诉管理员' },
    en: { message: 'Something went wrong on the server', hint: 'Try again; tell the admin the request id' },
  },
  WECOM_UNAVAILABLE: {
    status: 503,
    action: 'retry',
    zh: { message: '暂时连不上企业微信', hint: '已登录的同事不受影响，请稍后再登录' },
    en: { message: 'WeCom cannot be reached', hint: 'Try to log in again later' },
  },
  CALLBACK_REFUSED: {
    status: 403,
    action: 'show',
    zh: { message: '回调没有通过验证', hint: '核对企业微信后台的 Token 和 EncodingAESKey' },
    en: { message: 'The callback is not genuine', hint: 'Compare Token and EncodingAESKey with WeCom’s admin console' },
  },
  WECOM_REFUSED: {
    status: 502,
    action: 'show',
    zh: { message: '企业微信没有接受', hint: '请告诉管理员：应用的权限或设置需要检查' },
    en: { message: 'WeCom refused', hint: 'Tell the administrator: rights or settings of the app need a look' },
  },
  PHOTO_STORE_UNAVAILABLE: {
    status: 503,
    action: 'retry',
    zh: { message: '照片服务暂时连不上', hint: '签到已记下，照片稍后再传' },
    en: { message: 'The photo store cannot be reached', hint: 'The check-in is kept; upload later' },
  },
  EVENT_LOG_UNAVAILABLE: {
    status: 503,
    action: 'retry',
    zh: { message: '日志暂时查不了', hint: '签到不受影响，记录也不会丢，请稍后再查' },
    en: { message: 'The log cannot be searched now', hint: 'Check-ins go on and nothing is lost; search again later' },
  },
  BUSY_TRY_AGAIN: {
    status: 503,
    action: 'retry',
    zh: { message: '服务器正忙，这次没有记录', hint: '稍等几秒，原样再提交一次' },
    en: {
      message: 'The server is busy; nothing was recorded',
      hint: 'Wait a few seconds and send exactly the same again',
    },
  },
  SHUTTING_DOWN: {
    status: 503,
    action: 'retry',
    zh: { message: '服务器正在重启', hint: '几秒后再试' },
    en: { message: 'The server is restarting', hint: 'Try again in a few seconds' },
  },
} as const satisfies Record<string, ErrorDefinition>

export type ErrorCode = keyof typeof ERRORS

/** The body of every 4xx and 5xx answer. */
export interface ErrorEnvelope {
  readonly code: ErrorCode
  readonly message: string
  readonly hint: string
  readonly requestId: string
  readonly details: readonly ErrorDetail[]
}

/** `path` points into the request, e.g. `fence.radiusMetres`. */
export interface ErrorDetail {
  readonly path: string
  readonly problem: string
}
