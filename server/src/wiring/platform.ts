import { createHash } from 'node:crypto'
import { DEFAULT_POLICY } from '#contract/policy'
import { createCheckInRules } from '../adapters/database/check-in-rules'
import { createCheckInStore } from '../adapters/database/check-in-store'
import { createConsentStore } from '../adapters/database/consent-store'
import { createContextStore } from '../adapters/database/context-store'
import { createDeadLetterStore } from '../adapters/database/dead-letter-store'
import { createDeviceStore } from '../adapters/database/device-store'
import { createFeedbackStore } from '../adapters/database/feedback-store'
import { groupSites } from '../adapters/database/group-sites'
import { createIntegrationTokenStore } from '../adapters/database/integration-token-store'
import { openDatabase } from '../adapters/database/open-database'
import { createOutageStore } from '../adapters/database/outage-store'
import { createPeopleStore } from '../adapters/database/people-store'
import { createPhotoRecordStore } from '../adapters/database/photo-record-store'
import { createPlanStore } from '../adapters/database/plan-store'
import { createRecordTrail } from '../adapters/database/record-trail'
import { createRecordStore } from '../adapters/database/record-store'
import { createRuleStore } from '../adapters/database/rule-store'
import { createSessionStore } from '../adapters/database/session-store'
import { createSigningKeyStore } from '../adapters/database/signing-key-store'
import { createSiteStore } from '../adapters/database/site-store'
import { createTeamStore } from '../adapters/database/team-store'
import { createVisitRecordStore } from '../adapters/database/visit-record-store'
import { deviceSignatures } from '../adapters/system/device-signature'
import { openDemoClock } from '../adapters/system/demo-clock'
import { createFieldCipher } from '../adapters/system/field-cipher'
import { createInCohorts } from '../adapters/system/in-cohorts'
import { createPresenceProofVerifier } from '../adapters/system/presence-proof'
import { createRefreshTokens } from '../adapters/system/refresh-tokens'
import { createLog } from '../adapters/system/log'
import { systemClock, systemRandom } from '../adapters/system/system'
import { createTokenSigner } from '../adapters/system/token-signer'
import type { Config } from '../config'
import type { FieldCipher } from '../ports/field-cipher'
import type { Clock, Random } from '../ports/system'
import { openEventLog } from './event-log'

/** At most this many check-ins share one load and one transaction. */
const GROUP_SIZE = 64

/** What comes from outside the program and its settings; a simulated day brings a clock of its own. */
export interface Sources {
  readonly clock: Clock
  readonly random: Random
}

/** The sources of a process; with `DEMO_TIME` the clock is the demo's. */
export function sourcesOf({ dataFolder, demoTimeMs }: Pick<Config, 'dataFolder' | 'demoTimeMs'>): Sources {
  if (demoTimeMs === null) return SYSTEM_SOURCES
  return { ...SYSTEM_SOURCES, clock: openDemoClock(dataFolder, demoTimeMs) }
}

export const SYSTEM_SOURCES: Sources = { clock: systemClock, random: systemRandom }

/** What every process has open: database, ciphers, stores and the sources. */
export type Platform = Awaited<ReturnType<typeof openPlatform>>

export async function openPlatform(config: Config, { clock, random }: Sources = sourcesOf(config)) {
  const log = createLog(config, 'web')
  const database = await openDatabase({
    url: config.database.url,
    clock,
    applicationName: 'waiqin-web',
    onConnectionTrouble: (err) => log.warn({ err }, 'a connection to the database failed'),
  })
  const cipher = fieldCipher(config)
  const events = await openEventLog(config, database, log)
  const groupSize = config.database.groupCommit ? GROUP_SIZE : 1
  const sites = createSiteStore(database, cipher)
  const rules = createRuleStore(database)
  const signingKeys = createSigningKeyStore(database, signingKeyCipher(config))
  return {
    config,
    database,
    cipher,
    clock,
    random,
    sites,
    rules,
    signingKeys,
    checkIns: createCheckInStore(database, { cipher, groupSize }),
    checkInRules: createCheckInRules(rules, groupSize),
    openSites: groupSites(sites, groupSize),
    consents: createConsentStore(database),
    contexts: createContextStore(database),
    deadLetters: createDeadLetterStore(database),
    devices: createDeviceStore(database),
    eventLog: events.eventLog,
    feedback: createFeedbackStore(database, cipher),
    outages: createOutageStore(database),
    people: createPeopleStore(database),
    photoRecords: createPhotoRecordStore(database),
    plans: createPlanStore(database),
    records: createRecordStore(database, cipher),
    recordTrail: createRecordTrail(database),
    sessions: createSessionStore(database),
    team: createTeamStore(database),
    visitRecords: createVisitRecordStore(database, cipher),
    tokens: createTokenSigner({ keys: signingKeys, clock, issuer: config.wecom.corpId }),
    refreshTokens: createRefreshTokens(bytesOf(config.secrets.refreshSecretBase64)),
    integrationTokens: createIntegrationTokenStore(database, cipher),
    signatures: deviceSignatures,
    inCohorts: createInCohorts(groupSize),
    verifyPresenceProof: createPresenceProofVerifier(),
    hashBody: (body: Uint8Array) => createHash('sha256').update(body).digest('hex'),
    consentGraceDays: DEFAULT_POLICY.consentGraceDays,
    attemptsPerHour: config.attemptsPerHour,
    close: async () => {
      await events.close()
      await database.close()
    },
  }
}

/** Encrypts fields at rest with the first configured key; the others only decrypt. */
export function fieldCipher({ secrets }: Pick<Config, 'secrets'>): FieldCipher {
  const keys = secrets.fieldKeys.map(({ id, keyBase64 }) => ({ id, key: bytesOf(keyBase64) }))
  return createFieldCipher({
    keys,
    currentKeyId: keys[0]?.id ?? '',
    hashKey: bytesOf(secrets.fieldHashKeyBase64),
  })
}

/** The session signing keys lie under a key of their own: whoever reads fields cannot issue sessions. */
export function signingKeyCipher({ secrets }: Pick<Config, 'secrets'>): FieldCipher {
  const key = bytesOf(secrets.keyEncryptionKeyBase64)
  return createFieldCipher({ keys: [{ id: 'kek', key }], currentKeyId: 'kek', hashKey: key })
}

function bytesOf(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'))
}
