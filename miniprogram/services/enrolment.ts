/** A key of this phone's on its way to being bound: asked for a seed, made, shown to the server, then taken for good. */
import type { BindDeviceRequest, SessionReply } from '../contract/api'
import type { Platform } from '../platform/platform'
import { failure, success, type Result } from '../result'
import type { Api } from './api'
import { signatureHeaders, type DeviceKeys } from './device-key'
import type { Session } from './session'
import type { ApiProblem } from './transport'

export interface Enrolled {
  readonly request: BindDeviceRequest
  /** Headers for exactly this path and body, by the key that is shown. */
  sign(path: string, body: string): Record<string, string>
}

/** `storage_full`: the phone could not keep a key, and nothing was asked of the server. */
export type EnrolProblem = ApiProblem | { readonly kind: 'storage_full' }

export interface Enrolment {
  enrol(): Promise<Result<Enrolled, EnrolProblem>>
  /** The server took the key: it signs from now on, in the session that came with it, and nothing of the old key's stays. */
  taken(session: SessionReply): Promise<void>
}

/** @param forget what was held for the key before */
export function createEnrolment(
  platform: Pick<Platform, 'device' | 'time'>,
  api: Pick<Api, 'enrol'>,
  session: Pick<Session, 'adopt'>,
  keys: DeviceKeys,
  forget: () => Promise<void>,
): Enrolment {
  return {
    async enrol() {
      const enrolment = await api.enrol()
      if (!enrolment.ok) return enrolment
      const key = await keys.candidate(enrolment.value.seed)
      if (key === null) return failure({ kind: 'storage_full' })
      const { brand, model, platform: name, system } = platform.device
      return success({
        request: {
          enrolmentToken: enrolment.value.enrolmentToken,
          publicKey: key.publicKey,
          facts: { brand, model, platform: name, system },
        },
        sign: (path, body) => signatureHeaders(key, { method: 'POST', path, body, timestampMs: platform.time.nowMs() }),
      })
    },

    async taken(next) {
      // First: killed in between, the phone asks anew instead of signing with what is not for its key.
      await forget()
      await keys.promote()
      await session.adopt(next)
    },
  }
}
