import { createCallbackStore } from '../../../src/adapters/database/callback-store'
import { storeCalls } from '../store-calls'
import { hashOf, HOUR, idOf, NOW } from '../world-names'

const id = idOf('callback')
const callback = { id, messageKey: hashOf('callback'), eventName: 'event', plainXml: '<xml/>', nextTryAtMs: NOW }

export const callbackCalls = storeCalls({
  file: 'callback-store',
  create: ({ database, cipher }) => createCallbackStore(database, cipher),
  calls: {
    receive: {
      'a new one': ({ store }) => store.receive(callback, NOW),
      'a repeat': ({ store }) => store.receive({ ...callback, id: idOf('repeated callback') }, NOW),
    },
    due: ({ store }) => store.due(NOW, 20),
    hold: ({ store }) => store.hold({ id, nextTryAtMs: NOW }, NOW + HOUR),
    postpone: {
      '': ({ store }) => store.postpone(id, 'busy', NOW, NOW),
      'for good': ({ store }) => store.postpone(idOf('given up'), 'busy', null, NOW),
    },
    finish: ({ store }) => store.finish(id, '<xml/>', NOW),
  },
})
