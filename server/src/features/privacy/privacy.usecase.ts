import type { ConsentState } from '#contract/api'
import { AppError } from '../../app-error'
import type { ConsentStore, Notice } from '../../ports/consent-store'
import type { Clock, Random } from '../../ports/system'
import type { DomainEventType, Trail } from '../../ports/trail'
import { consentState, noticeInForce } from './consent.rules'

export interface PrivacyDependencies {
  readonly consents: ConsentStore
  readonly random: Random
  readonly clock: Clock
  readonly consentGraceDays: number
}

export interface ConsentInput {
  readonly employeeId: string
  readonly requestId: string
}

export interface PrivacyUseCases {
  /** @throws AppError NOT_FOUND before the first notice is published */
  readonly currentNotice: () => Promise<Notice>
  /**
   * Records a dated agreement to the notice in force; once is enough.
   * @throws AppError VERSION_CONFLICT when another version is in force
   */
  readonly agree: (input: ConsentInput & { readonly version: number }) => Promise<ConsentState>
  /** Withdraws every agreement as of now; what was judged before stays. */
  readonly withdraw: (input: ConsentInput) => Promise<ConsentState>
}

export function createPrivacyUseCases(dependencies: PrivacyDependencies): PrivacyUseCases {
  const { consents, random, clock, consentGraceDays } = dependencies

  async function currentNotice(): Promise<Notice> {
    const notice = noticeInForce(await consents.notices(), clock.nowMs())
    if (notice === null) throw new AppError('NOT_FOUND')
    return notice
  }

  async function stateOf(employeeId: string): Promise<ConsentState> {
    const [notices, given] = [await consents.notices(), await consents.consentsOf(employeeId)]
    return consentState(notices, given, clock.nowMs(), consentGraceDays)
  }

  function trailOf(type: DomainEventType, subjectId: string, input: ConsentInput, version: number | null): Trail {
    const { employeeId, requestId } = input
    const detail = { employeeId, version }
    return {
      audit: [
        {
          actor: { kind: 'employee', id: employeeId },
          action: type,
          subject: { kind: 'consent', id: subjectId },
          requestId,
          detail,
        },
      ],
      events: [{ id: random.id(), aggregateKey: `employee:${employeeId}`, type, payload: detail }],
    }
  }

  return {
    currentNotice,

    async agree(input) {
      const { employeeId, version } = input
      if ((await currentNotice()).version !== version) throw new AppError('VERSION_CONFLICT')
      const id = random.id()
      await consents.give({ id, employeeId, version }, trailOf('consent.given', id, input, version), clock.nowMs())
      return stateOf(employeeId)
    },

    async withdraw(input) {
      const { agreedVersion } = await stateOf(input.employeeId)
      const trail = trailOf('consent.withdrawn', input.employeeId, input, agreedVersion)
      await consents.withdraw(input.employeeId, trail, clock.nowMs())
      return stateOf(input.employeeId)
    },
  }
}
