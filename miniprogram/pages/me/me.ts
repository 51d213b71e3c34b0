import type { ApprovalReply } from '../../contract/api-approvals'
import { PAGE_STYLE } from '../../components/page-scale'
import { CLIENT_VERSION } from '../../config'
import { REBIND_PAGE } from '../../routes'
import { platform, services } from '../../services/app'
import { changedParts } from '../changed-parts'
import { meView, type MeView } from './me.view'

/** Who I am here, this phone, and the way to everything about me. */
Page({
  data: { style: PAGE_STYLE, view: null as MeView | null },
  known: { approval: null as ApprovalReply | null },

  async onShow() {
    await this.show()
    const latest = await services.rebind.latest()
    if (!latest.ok) return
    this.known.approval = latest.value
    await this.show()
  },

  async show() {
    const session = await services.session.current()
    if (session === null) return
    const capabilities = (await services.contexts.current())?.context.capabilities
    const view = meView({
      session,
      thisPhone: platform.device,
      approval: this.known.approval,
      hasQuickCheckIn: capabilities?.quickCheckIn === true,
      // Reporting matters most when the context cannot be had.
      hasFaultReports: capabilities?.faultReports !== false,
      version: CLIENT_VERSION,
      nowMs: platform.time.nowMs(),
    })
    const parts = changedParts('view', this.data.view, view)
    if (parts !== null) this.setData(parts)
  },

  onLink(event: WechatMiniprogram.TouchEvent) {
    const url = String(event.currentTarget.dataset['url'])
    if (url !== '') platform.navigation.open(url)
  },

  onRebind() {
    platform.navigation.open(REBIND_PAGE)
  },
})
