import type { SessionReply } from '../../contract/api'
import { PAGE_STYLE } from '../../components/page-scale'
import { CLIENT_VERSION } from '../../config'
import { PRIVACY_PAGE, REBIND_PAGE } from '../../routes'
import { platform, services } from '../../services/app'
import { texts } from '../../texts/texts'
import { phoneName } from '../rebind/rebind.view'

Page({
  data: {
    style: PAGE_STYLE,
    words: texts.me,
    version: CLIENT_VERSION,
    phone: phoneName(platform.device),
    name: '',
    department: '',
    standing: '',
    isOtherPhone: false,
    privacy: '',
    mayWithdraw: false,
  },

  async onShow() {
    const session = await services.session.current()
    if (session !== null) this.show(session)
  },

  show({ employee, device, consent }: SessionReply) {
    this.setData({
      name: employee.name,
      department: employee.department ?? '',
      standing: texts.me[device],
      isOtherPhone: device === 'other_bound' || device === 'candidate',
      privacy: texts.me.privacyHint(consent.agreedVersion),
      mayWithdraw: consent.agreedVersion !== null,
    })
  },

  onPrivacy() {
    platform.navigation.open(PRIVACY_PAGE)
  },

  onPhone() {
    if (this.data.isOtherPhone) platform.navigation.open(REBIND_PAGE)
  },

  async onWithdraw() {
    const words = texts.me
    const isSure = await platform.screen.ask({
      title: words.withdrawTitle,
      text: words.withdrawText,
      agree: words.withdrawAgree,
      decline: words.withdrawKeep,
    })
    if (!isSure) return
    const withdrawn = await services.consent.withdraw()
    platform.screen.toast(withdrawn.ok ? words.withdrawn : words.failed)
    const session = await services.session.current()
    if (session !== null) this.show(session)
  },
})
