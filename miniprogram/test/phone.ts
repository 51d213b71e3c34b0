/** A phone with a bound key, a session and a challenge, and a small server that answers it. */
import type { CheckInReply, ContextReply } from '../contract/api'
import { createServices } from '../services/services'
import type { HttpRequest } from '../platform/platform'
import { createFakePlatform, emptyDisk, json, type Disk, type Handler } from './fake-platform'
import { challengeReply, checkInReply, contextReply, sessionReply } from './replies'

export interface Server {
  /** Check-ins that were recorded, by request id, with the bytes as they came first. */
  readonly recorded: Map<string, { readonly body: string; readonly reply: CheckInReply }>
  readonly handle: Handler
}

/** Answers as the real one does where it matters here: a repeat gets the first answer, and no second record. */
export function createServer(replyFor: (count: number) => Partial<CheckInReply> = () => ({})): Server {
  const recorded: Server['recorded'] = new Map()
  return {
    recorded,
    handle({ method, url, body = '' }: HttpRequest) {
      const path = url.replace(/^https?:\/\/[^/]+/, '')
      if (method === 'POST' && path === '/api/v1/check-ins') {
        const { requestId } = JSON.parse(body) as { requestId: string }
        const first = recorded.get(requestId)
        if (first !== undefined)
          return first.body === body ? json(200, first.reply) : json(409, { code: 'REQUEST_ID_REUSED' })
        const reply = checkInReply({ attemptId: `attempt-${recorded.size + 1}`, ...replyFor(recorded.size + 1) })
        recorded.set(requestId, { body, reply })
        return json(200, reply)
      }
      if (path.endsWith('/ticket')) {
        return json(200, {
          photo: {},
          upload: { url: 'https://photos', fields: { key: 'k' }, fileField: 'file', expiresAt: '' },
        })
      }
      if (path.endsWith('/uploaded')) return json(202, {})
      if (path.startsWith('/api/v1/context')) return json(200, contextReply() satisfies ContextReply)
      return json(404, { code: 'ROUTE_UNKNOWN' })
    },
  }
}

export async function createBoundPhone(disk: Disk = emptyDisk()) {
  const platform = createFakePlatform(disk)
  const services = createServices(platform)
  if (disk.storage.size === 0) {
    disk.storage.set('device-key', JSON.stringify({ secretSeed: 'A'.repeat(43) }))
    await services.session.adopt(sessionReply())
    await services.challenges.adopt(challengeReply())
  }
  return { platform, services, controls: platform.controls }
}
