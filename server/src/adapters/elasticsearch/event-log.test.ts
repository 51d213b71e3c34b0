import { testEventLog } from '../../../test/ports/event-log'
import { describeOnElasticsearch, openElasticsearch } from '../../../test/ports/event-log-elasticsearch'

describeOnElasticsearch('a real Elasticsearch', (url) => {
  testEventLog('a data stream', async () => {
    const opened = openElasticsearch(url)
    await opened.setUp()
    return { eventLog: opened.eventLog, close: opened.close }
  })
})
