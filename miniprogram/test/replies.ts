/** Replies of the server as tests need them. */
import type {
  ChallengeReply,
  CheckInReply,
  ContextReply,
  OpenSiteReply,
  SessionReply,
  SlotReply,
} from '../contract/api'
import type { ApprovalReply } from '../contract/api-approvals'

export function sessionReply(change: Partial<SessionReply> = {}): SessionReply {
  return {
    accessToken: 'token-1',
    accessTokenExpiresAt: '2026-11-18T09:07:00+08:00',
    refreshToken: 'refresh-1',
    refreshTokenExpiresAt: '2026-12-18T08:52:00+08:00',
    employee: { id: 'employee-1', userId: 'ZhangMin', name: '张敏', department: '销售一部' },
    roles: ['staff'],
    device: 'bound',
    consent: { currentVersion: 3, agreedVersion: 3, sufficient: true, due: false },
    ...change,
  }
}

export function challengeReply(change: Partial<ChallengeReply> = {}): ChallengeReply {
  return { id: 'challenge-1', issuedAt: '2026-11-18T08:52:00+08:00', positions: 32, ...change }
}

export function slotReply(change: Partial<SlotReply> = {}): SlotReply {
  return {
    workDay: '2026-11-18',
    kind: 'early',
    span: 1,
    opensAt: '2026-11-18T07:00:00+08:00',
    closesAt: '2026-11-18T09:30:00+08:00',
    uploadUntil: '2026-11-19T00:00:00+08:00',
    dueAt: '2026-11-18T09:00:00+08:00',
    graceMinutes: 0,
    zone: 'Asia/Shanghai',
    standing: null,
    ...change,
  }
}

export function siteReply(change: Partial<OpenSiteReply> = {}): OpenSiteReply {
  return {
    id: 'site-1',
    name: '张江总部',
    kind: 'office',
    address: '上海市浦东新区云杉路 88 号',
    fence: { kind: 'circle', centre: { latitude: 31.2041, longitude: 121.5906 }, radiusMetres: 150 },
    wifi: [{ ssid: 'CJ-Office', bssid: '9c:a6:15:2e:08:41' }],
    wifiProof: 'bssid',
    gatewayUrl: null,
    planned: false,
    mainlandChina: true,
    ...change,
  }
}

export function contextReply(change: Partial<ContextReply> = {}): ContextReply {
  return {
    serverTime: '2026-11-18T08:52:07+08:00',
    workDay: '2026-11-18',
    slots: [slotReply()],
    sites: [siteReply()],
    policy: {
      outOfRange: 'application',
      toleranceCapMetres: 50,
      maxAccuracyMetres: 200,
      photoFor: [],
      noteFor: [],
      visitRecordRequired: false,
    },
    rule: { name: '常白班', version: 1 },
    off: null,
    calendarName: null,
    consent: { currentVersion: 3, agreedVersion: 3, sufficient: true, due: false },
    challenge: challengeReply(),
    capabilities: {
      corrections: false,
      dayResults: false,
      quickCheckIn: false,
      photoUpload: true,
      visitRecords: true,
      teamToday: false,
      teamReminders: false,
      faultReports: false,
    },
    attempts: [],
    plans: [],
    leaders: ['王建国'],
    ...change,
  }
}

export function checkInReply(change: Partial<CheckInReply> = {}): CheckInReply {
  return {
    attemptId: 'attempt-1',
    outcome: 'accepted',
    code: 'ACCEPTED',
    sentence: '早签到已完成，08:52:09，准时',
    next: '不用再操作',
    slot: { workDay: '2026-11-18', kind: 'early', span: 1 },
    capturedAt: '2026-11-18T08:52:09+08:00',
    receivedAt: '2026-11-18T08:52:09+08:00',
    deferred: false,
    site: { id: 'site-1', name: '张江总部' },
    presenceBy: 'fence',
    standingAttemptId: null,
    lateMinutes: 0,
    findings: [],
    checks: [],
    challenge: challengeReply({ id: 'challenge-2', issuedAt: '2026-11-18T08:52:09+08:00' }),
    ...change,
  }
}

/** A change from one phone to another that waits for 王建国. */
export function rebindApproval(change: Partial<ApprovalReply> = {}): ApprovalReply {
  const person = (id: string, name: string) => ({ id, name, department: '销售一部' })
  return {
    id: 'approval-1',
    kind: 'rebind',
    status: 'pending',
    requester: person('employee-1', '张敏'),
    reason: '旧手机坏了',
    createdAt: '2026-11-18T08:40:07+08:00',
    expiresAt: '2026-11-21T08:40:07+08:00',
    subject: {
      kind: 'rebind',
      newPhone: { brand: 'Xiaomi', model: 'Xiaomi 14', platform: 'android', system: 'HyperOS 2.0' },
      oldPhone: { brand: 'HUAWEI', model: 'Mate 60', platform: 'android', system: 'HarmonyOS 4.2' },
      probablySamePhone: false,
      heldAttempts: 0,
    },
    subjectVersion: 1,
    approvers: [{ employee: person('employee-9', '王建国'), level: 1, onBehalfOf: null }],
    decidedAt: null,
    decidedBy: null,
    comment: null,
    effect: null,
    mayDecide: false,
    mayWithdraw: true,
    ...change,
  }
}
