/** Requests and what a leader sees of the team, as tests need them. */
import type { ApprovalReply, ApprovalSubjectReply } from '../contract/api-approvals'
import type { MeReply } from '../contract/api'
import type { TeamMemberReply, TeamSummaryReply } from '../contract/api-team'
import { sessionReply } from './replies'

export const WANG = { id: 'employee-1', name: '王建国', department: '华东服务一部' }
export const CHEN = { id: 'employee-2', name: '陈雨桐', department: '华东服务一部' }
export const LIU = { id: 'employee-3', name: '刘思远', department: '服务中心' }

export function rebindSubject(
  change: Partial<Extract<ApprovalSubjectReply, { kind: 'rebind' }>> = {},
): Extract<ApprovalSubjectReply, { kind: 'rebind' }> {
  return {
    kind: 'rebind',
    oldPhone: { brand: 'HUAWEI', model: 'Mate 60', platform: 'android', system: 'Android 12' },
    newPhone: { brand: 'Xiaomi', model: 'Xiaomi 15', platform: 'android', system: 'Android 15' },
    probablySamePhone: false,
    heldAttempts: 0,
    ...change,
  }
}

export function attemptSubject(
  change: Partial<Extract<ApprovalSubjectReply, { kind: 'attempt' }>> = {},
): Extract<ApprovalSubjectReply, { kind: 'attempt' }> {
  return {
    kind: 'attempt',
    attemptId: 'attempt-1',
    slot: { workDay: '2026-11-18', kind: 'early', span: 1 },
    capturedAt: '2026-11-18T08:41:40+08:00',
    outcome: 'pending',
    code: 'OUT_OF_RANGE',
    sentences: ['不在「张江总部」范围，还差 270 m'],
    siteName: '张江总部',
    photoCount: 1,
    ...change,
  }
}

export function approvalReply(change: Partial<ApprovalReply> = {}): ApprovalReply {
  const subject = change.subject ?? rebindSubject()
  return {
    id: 'approval-1',
    kind: subject.kind,
    status: 'pending',
    requester: CHEN,
    reason: '旧手机屏幕碎了，送修换新',
    createdAt: '2026-11-18T08:40:07+08:00',
    expiresAt: '2026-11-21T08:40:07+08:00',
    subject,
    subjectVersion: 1,
    approvers: [{ employee: WANG, level: 1, onBehalfOf: null }],
    decidedAt: null,
    decidedBy: null,
    comment: null,
    effect: null,
    mayDecide: true,
    mayWithdraw: false,
    ...change,
  }
}

export function decidedReply(change: Partial<ApprovalReply> = {}): ApprovalReply {
  return approvalReply({
    status: 'approved',
    approvers: [],
    decidedAt: '2026-11-18T08:52:07+08:00',
    decidedBy: WANG,
    mayDecide: false,
    ...change,
  })
}

export function meReply(change: Partial<MeReply> = {}): MeReply {
  const { employee, device, consent } = sessionReply()
  return {
    employee,
    roles: [{ role: 'leader', scopeDepartmentId: '21' }],
    permissions: ['self.use', 'team.read', 'approvals.decide'],
    device,
    consent,
    ...change,
  }
}

export function summaryReply(change: Partial<TeamSummaryReply> = {}): TeamSummaryReply {
  return {
    people: 24,
    accepted: 17,
    acceptedWithVisits: 6,
    late: 2,
    pending: 0,
    waiting: 0,
    off: 1,
    missing: 3,
    missingPeople: [
      { id: 'employee-4', name: '赵文博' },
      { id: 'employee-5', name: '孙可' },
      { id: 'employee-6', name: '董明轩' },
    ],
    ...change,
  }
}

export function memberReply(change: Partial<TeamMemberReply> = {}): TeamMemberReply {
  return {
    employee: CHEN,
    workDay: '2026-11-18',
    off: null,
    standing: 'accepted',
    slots: [
      {
        kind: 'early',
        span: 1,
        state: 'accepted',
        opensAt: '2026-11-18T07:00:00+08:00',
        closesAt: '2026-11-18T09:30:00+08:00',
        dueAt: '2026-11-18T09:00:00+08:00',
        capturedAt: '2026-11-18T08:52:09+08:00',
        lateMinutes: 0,
        leftEarlyMinutes: 0,
      },
    ],
    visitCount: 0,
    lastSite: null,
    pendingApprovals: 0,
    ...change,
  }
}
