import { followAuthority } from './components/authority-tab'
import { services } from './services/app'

App({
  onLaunch() {
    services.queue.start()
    followAuthority()
  },
})
