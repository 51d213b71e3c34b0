import { services } from './services/app'

App({
  onLaunch() {
    services.queue.start()
  },
})
