import type { BindDeviceReply, DeviceReply, EnrolmentReply, Page } from '#contract/api'
import type { ApprovalReply, RebindReply } from '#contract/api-approvals'
import { presentSession, type PresentableSession } from '../sessions/session-reply.rules'
import type { DeviceRecord } from './binding.rules'
import type { Enrolment } from './enrol.usecase'

export type { PresentableSession }

export function presentDevice(device: DeviceRecord): DeviceReply {
  return {
    id: device.id,
    keyThumbprint: device.keyThumbprint,
    state: device.state,
    facts: device.facts,
    boundAt: device.boundAtMs === null ? null : new Date(device.boundAtMs).toISOString(),
  }
}

export function presentDevices(devices: readonly DeviceRecord[]): Page<DeviceReply> {
  return { items: devices.map(presentDevice), nextCursor: null }
}

export function presentEnrolment({ seed, enrolmentToken, expiresAtMs }: Enrolment): EnrolmentReply {
  return {
    seed: Buffer.from(seed).toString('base64url'),
    enrolmentToken,
    expiresAt: new Date(expiresAtMs).toISOString(),
  }
}

export function presentBinding(bound: {
  readonly device: DeviceRecord
  readonly session: PresentableSession
}): BindDeviceReply {
  return { device: presentDevice(bound.device), session: presentSession(bound.session) }
}

export function presentRebind(asked: {
  readonly approval: ApprovalReply
  readonly session: PresentableSession
}): RebindReply {
  return { approval: asked.approval, session: presentSession(asked.session) }
}
