import type { WecomApi } from '../adapters/wecom/wecom-api'
import { approvalRoutes } from '../features/approvals/approvals.route'
import { createDecideApproval } from '../features/approvals/decide-approval.usecase'
import { delegationRoutes } from '../features/approvals/delegations.route'
import { createDelegationUseCases } from '../features/approvals/delegations.usecase'
import { createListApprovals } from '../features/approvals/read-approvals.usecase'
import { createWithdrawApproval } from '../features/approvals/withdraw-approval.usecase'
import { checkInRoutes } from '../features/check-in/check-in.route'
import { contextRoutes } from '../features/context/context.route'
import { createBindDevice } from '../features/devices/bind-device.usecase'
import { deviceRoutes } from '../features/devices/device.route'
import { createEnrol } from '../features/devices/enrol.usecase'
import { createListMyDevices } from '../features/devices/my-devices.usecase'
import { rebindRoutes } from '../features/devices/rebind.route'
import { createRequestRebind } from '../features/devices/request-rebind.usecase'
import { createRevokeDevice } from '../features/devices/revoke-device.usecase'
import { feedbackRoutes } from '../features/feedback/feedback.route'
import { outageRoutes } from '../features/outages/outages.route'
import { logRoutes } from '../features/logs/logs.route'
import { deadLetterRoutes } from '../features/outbox/dead-letters.route'
import { createReadMe } from '../features/people/me.usecase'
import { peopleRoutes } from '../features/people/people.route'
import { createRoleUseCases } from '../features/people/roles.usecase'
import { photoRoutes } from '../features/photos/photos.route'
import { planRoutes } from '../features/plans/plans.route'
import { privacyRoutes } from '../features/privacy/privacy.route'
import { createPrivacyUseCases } from '../features/privacy/privacy.usecase'
import { recordRoutes } from '../features/records/records.route'
import { createEndSession } from '../features/sessions/end-session.usecase'
import { createLogin } from '../features/sessions/login.usecase'
import { createOpenSession } from '../features/sessions/open-session.usecase'
import { createRefresh } from '../features/sessions/refresh.usecase'
import { sessionRoutes } from '../features/sessions/session.route'
import { siteRoutes } from '../features/sites/sites.route'
import { teamRoutes } from '../features/team/team.route'
import { visitRecordRoutes } from '../features/visits/visit-record.route'
import type { Metrics } from '../http/metrics'
import type { Route } from '../http/route'
import type { PhotoStore } from '../ports/photo-store'
import type { Wecom } from '../ports/wecom'
import { createApprovals } from './approvals'
import type { Platform } from './platform'
import { webLoginRoutes } from './web-login'

/** Every route of the API, by hand. */
export function apiRoutes(
  platform: Platform,
  parts: {
    readonly wecom: Wecom
    /** By the app's secret. */
    readonly wecomApi: WecomApi
    readonly photoStore: PhotoStore
    readonly metrics: Metrics
    /** Known once the process listens. */
    readonly webPort: () => number
  },
): Route[] {
  const { wecom, wecomApi, photoStore, metrics, webPort } = parts
  const openSession = createOpenSession(platform)
  const endSession = createEndSession(platform)
  const { corpId } = platform.config.wecom
  const approvals = createApprovals(platform.database, platform)
  return [
    ...sessionRoutes({
      login: createLogin({ ...platform, wecom, corpId, openSession }),
      refresh: createRefresh({ ...platform, endSession }),
      endSession,
      publicKeys: platform.tokens.publicKeys,
    }),
    ...webLoginRoutes(platform, { openSession, endSession, wecomApi, webPort }),
    ...privacyRoutes(createPrivacyUseCases(platform)),
    ...deviceRoutes({
      enrol: createEnrol(platform),
      bindDevice: createBindDevice({ ...platform, ...approvals, openSession }),
      revokeDevice: createRevokeDevice(platform),
      listMyDevices: createListMyDevices(platform.devices),
    }),
    ...rebindRoutes({ requestRebind: createRequestRebind({ ...platform, ...approvals, openSession }) }),
    ...contextRoutes(platform),
    ...checkInRoutes({ ...platform, sites: platform.openSites, ...metrics }),
    ...recordRoutes(platform),
    ...photoRoutes({ ...platform, photoStore, maySeeEvidence: approvals.maySeeEvidence }),
    ...visitRecordRoutes(platform),
    ...outageRoutes(platform),
    ...approvalRoutes({
      listApprovals: createListApprovals(approvals),
      readApproval: approvals.readApproval,
      decideApproval: createDecideApproval(approvals),
      withdrawApproval: createWithdrawApproval(approvals),
    }),
    ...delegationRoutes(createDelegationUseCases({ ...approvals, people: platform.people })),
    ...siteRoutes(platform),
    ...planRoutes(platform),
    ...teamRoutes(platform),
    ...feedbackRoutes(platform),
    ...logRoutes(platform),
    ...deadLetterRoutes(platform),
    ...peopleRoutes({ readMe: createReadMe(platform), ...createRoleUseCases(platform) }),
  ]
}
