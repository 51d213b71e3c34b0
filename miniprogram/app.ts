import { followAuthority } from './components/authority-tab'
import { services } from './services/app'

App({
  onLaunch() {
    services.queue.start()
    followAuthority()
    // What was begun on other days and may not be sent any more.
    void services.drafts.cleanUp()
  },
})
