import { setTimeout as sleep } from 'node:timers/promises'
import { createApprovalCardStore } from '../adapters/database/approval-card-store'
import { createCallbackStore } from '../adapters/database/callback-store'
import { createNoticeStore } from '../adapters/database/notice-store'
import { createPeopleStore } from '../adapters/database/people-store'
import { createCallbackCodec } from '../adapters/wecom/callback-codec'
import { createCallbackListener } from '../adapters/wecom/callback-listener'
import { createMessenger } from '../adapters/wecom/messenger'
import type { Config } from '../config'
import { createPlanCards, readAsRequester } from '../features/approval-cards/plan-cards.usecase'
import { createPressCard } from '../features/approval-cards/press-card.usecase'
import { createDecideApproval } from '../features/approvals/decide-approval.usecase'
import { createReceiveCallback } from '../features/callbacks/receive-callback.usecase'
import { createPlanNotices } from '../features/notices/plan-notices.usecase'
import type { Mount } from '../http/mount'
import type { HandleContactChange } from '../ports/wecom-events'
import { createApprovals } from './approvals'
import type { Sources } from './platform'
import type { WecomApps, WecomParts } from './wecom'

export interface ChatParts extends WecomParts, Sources {
  readonly apps: WecomApps
  readonly handleContactChange: HandleContactChange
}

/** Above each card. */
const APP_NAME = '外勤签到'
/** With `/callback`: what the admin console is told. */
const CALLBACK_PREFIX = '/wecom'

/** Messages and cards in people's chats, and what comes back from there. */
export function createChat(config: Config, parts: ChatParts) {
  const { database, cipher, clock, random, log, apps, handleContactChange } = parts
  const { agentId, corpId, callback, miniprogramAppId } = config.wecom
  const look = { source: APP_NAME, miniprogramAppId }
  const approvals = createApprovals(database, { clock, random })
  const { readApproval } = approvals
  const cards = createApprovalCardStore(database, cipher)
  const notices = createNoticeStore(database)
  const people = createPeopleStore(database)
  const callbacks = createCallbackStore(database, cipher)
  const messenger = createMessenger({ api: apps.app, agentId, ...look })
  const codec =
    callback === null ? null : createCallbackCodec({ keys: { ...callback, receiveId: corpId }, look, clock, random })
  const planCards = createPlanCards({ cards, notices, readApproval, clock, random })
  const handlers = {
    cardPress: createPressCard({
      cards,
      people,
      decide: createDecideApproval(approvals),
      readApproval,
      messenger,
      clock,
      log,
    }),
    contactChange: handleContactChange,
  }
  return {
    /** Null: the admin console has no callback address, so nobody could press a card. */
    codec,
    planCards,
    planNotices: createPlanNotices({ notices, clock, random }),
    cardPorts: { cards, readApproval, ask: planCards.ask, messenger, clock, log },
    noticePorts: {
      ...{ notices, people, messenger, clock, log },
      readRequest: (approvalId: string) => readAsRequester({ cards, readApproval }, approvalId),
    },
    inboxPorts: codec === null ? null : { codec, callbacks, handlers, clock, log },
    /** Where WeCom calls back. */
    mounts: (): Mount[] => {
      if (codec === null) return []
      const pause = (delayMs: number) => sleep(delayMs, undefined, { ref: false })
      const receive = createReceiveCallback({ codec, callbacks, handlers, clock, random, log, pause })
      return [{ prefix: CALLBACK_PREFIX, handle: createCallbackListener({ codec, receive, log }) }]
    },
  }
}
