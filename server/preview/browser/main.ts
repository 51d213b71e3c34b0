/** `/preview/phone?phone=2`: one phone in a page of its own. */
import { firstSettings, type PreviewWorld } from '../settings'
import { bootPhone } from './boot'
import { forgetOtherDemo } from './forget-other-demo'
import './window'

const phoneId = new URLSearchParams(location.search).get('phone') ?? '1'
const app = window.COMPILED_APP
const host = document.getElementById('phone')
if (app !== undefined && host !== null) {
  const world = (await (await fetch('/preview/world.json')).json()) as PreviewWorld
  await forgetOtherDemo(phoneId, world.clockOffsetMs)
  const running = await bootPhone({
    app,
    phoneId,
    host,
    settings: { ...firstSettings(world, Number(phoneId) - 1), ...window.FIRST_SETTINGS },
    startUrl: decodeURIComponent(location.hash.replace(/^#\//, '')),
    assets: '/preview/assets/',
    clockOffsetMs: world.clockOffsetMs,
  })
  document.documentElement.style.setProperty('--text-scale', String(running.settings.current.textScale))
  window.runningPhone = running
  window.dispatchEvent(new Event('phoneready'))
}
