/** Where platform and services meet: plain functions, each given what it asks for. */
import { SERVER_URLS } from '../config'
import type { Platform } from '../platform/platform'
import { createApi } from './api'
import { createApprovals } from './approvals'
import { createApprovalPhotos } from './approvals-photos'
import { createAuthority } from './authority'
import { createChallenges } from './challenge'
import { createConsent } from './consent'
import { createContexts } from './context'
import { createDeviceKeys } from './device-key'
import { createDrafts } from './drafts'
import { createDiagnosing } from './diagnosis'
import { createEnrolment } from './enrolment'
import { createEntry } from './entry'
import { createForgetting } from './forgetting'
import { createFreshen } from './freshen'
import { createLatestReplies } from './latest-replies'
import { createLocalData } from './local-data'
import { createOwnRecords } from './own-records'
import { createPhotoUpload } from './photo-upload'
import { createPlaceWatch } from './place-watch'
import { createPreferences } from './preferences'
import { createPresence } from './presence'
import { createQuickCheckIn } from './quick-check-in'
import { createQueue } from './queue'
import { createQueueStore } from './queue-store'
import { createRebind } from './rebind'
import { createSession } from './session'
import { createSubmitCheckIn } from './submit-check-in'
import { createTakePhoto } from './take-photo'
import { createTransport } from './transport'

export type Services = ReturnType<typeof createServices>

export function createServices(platform: Platform) {
  const transport = createTransport({ http: platform.http, baseUrl: SERVER_URLS[platform.device.release] })
  const keys = createDeviceKeys(platform)
  const session = createSession(platform, transport, keys)
  const api = createApi(transport, session)
  const challenges = createChallenges(platform.storage)
  const contexts = createContexts(platform, api, session, challenges)
  const authority = createAuthority(platform, api, session, contexts)
  const presence = createPresence(platform, challenges, keys)
  const queueStore = createQueueStore(platform, session, contexts)
  const queue = createQueue(platform, queueStore, api, createPhotoUpload(platform, api), challenges, contexts)
  const placeWatch = createPlaceWatch(platform, presence, session)
  const latestReplies = createLatestReplies()
  const ownRecords = createOwnRecords(platform, api, session, queue)
  const forgetting = createForgetting({ placeWatch, contexts, challenges, ownRecords, authority, latestReplies })
  const enrolment = createEnrolment(platform, api, session, keys, forgetting.everything)
  queue.onJudged(({ reply }) => {
    if (reply !== null) latestReplies.keep(reply)
  })
  return {
    api,
    session,
    keys,
    contexts,
    challenges,
    presence,
    queue,
    entry: createEntry(api, session, keys, enrolment),
    consent: createConsent(platform.storage, api, session, forgetting.places),
    rebind: createRebind(api, session, keys, enrolment),
    authority,
    approvals: createApprovals(api, session, authority),
    approvalPhotos: createApprovalPhotos(api),
    placeWatch,
    freshen: createFreshen(platform, contexts, placeWatch),
    quickCheckIn: createQuickCheckIn(platform),
    submitCheckIn: createSubmitCheckIn(platform, { keys, challenges, presence, session, queue }),
    takePhoto: createTakePhoto(platform),
    drafts: createDrafts(platform, session, contexts, queue),
    latestReplies,
    diagnosing: createDiagnosing(platform, {
      contexts,
      latestReplies,
      placeWatch,
      presence,
      queue,
      session,
      transport,
    }),
    preferences: createPreferences(platform, session),
    localData: createLocalData(platform, queueStore, { session, keys }, forgetting.everything),
    ownRecords,
  }
}
