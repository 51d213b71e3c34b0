import { createAuditDetailStore } from '../../../src/adapters/database/audit-erase'
import { createAuditReader } from '../../../src/adapters/database/audit-read'
import { createAuditSealStore } from '../../../src/adapters/database/audit-store'
import { storeCalls } from '../store-calls'
import { hashOf, LEASE, MANY_IDS, NOW, PEOPLE, trail } from '../world-names'

export const auditSealCalls = storeCalls({
  file: 'audit-store',
  create: ({ database }) => createAuditSealStore(database),
  calls: {
    hasUnsealed: ({ store }) => store.hasUnsealed(),
    sealNext: ({ store }) => {
      const seal = { previousHash: hashOf('first'), sealedAtMs: NOW }
      const chain: Parameters<typeof store.sealNext>[0]['chain'] = (newest, lines) =>
        lines.map(({ id }, index) => ({
          ...{ ...seal, number: (newest?.number ?? 0) + index + 1, auditId: id, hash: hashOf(id) },
        }))
      return store.sealNext({ lease: LEASE, limit: 500, chain }, NOW)
    },
    newestSeal: ({ store }) => store.newestSeal(),
    findSeal: ({ store }) => store.findSeal(1),
    publish: ({ store }) => store.publish({ lease: LEASE, trail: trail('published') }, NOW),
  },
})

export const auditReaderCalls = storeCalls({
  file: 'audit-read',
  create: ({ database }) => createAuditReader(database),
  calls: {
    newestSealNumber: ({ store }) => store.newestSealNumber(),
    findSeal: ({ store }) => store.findSeal(1),
    sealedLines: ({ store }) => store.sealedLines(0, 500, 500),
    unsealed: ({ store }) => store.unsealed(),
    leftOut: ({ store }) => store.leftOut(),
    erasures: ({ store }) => store.erasures(),
    publications: ({ store }) => store.publications(),
  },
})

export const auditDetailCalls = storeCalls({
  file: 'audit-erase',
  create: ({ database }) => createAuditDetailStore(database),
  calls: {
    erasableDetails: {
      'about a subject': ({ store }) => store.erasableDetails({ subject: { kind: 'thing', id: 'sealed' } }, '', 500),
      'by an actor': ({ store }) => store.erasableDetails({ actor: { kind: 'employee', id: PEOPLE.li.id } }, '', 500),
      'older than': ({ store }) => store.erasableDetails({ beforeMs: NOW }, '', 500),
    },
    eraseDetails: async ({ store, quietly }) => {
      const [id = ''] = await quietly(() => store.erasableDetails({ beforeMs: NOW }, '', 1))
      return store.eraseDetails([id, ...MANY_IDS.slice(0, 499)], () => trail('erased'), NOW)
    },
  },
})
