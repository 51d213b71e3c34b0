import { PAGE_STYLE } from '../../../components/page-scale'
import { CLIENT_VERSION } from '../../../config'
import { PRIVACY_PAGE } from '../../../routes'
import { platform, services } from '../../../services/app'
import { texts } from '../../../texts/texts'
import { NOTICES } from './notices'

const words = texts.about

Page({
  data: {
    style: PAGE_STYLE,
    words,
    privacyTitle: texts.me.link.privacy,
    version: CLIENT_VERSION,
    server: 'asking' as keyof typeof words.serverState,
    wecom: words.unknown,
    library: words.unknown,
    notices: NOTICES.map(({ name, version, licence, text }) => ({
      name: `${name} ${version}`,
      licence: licence === '' ? words.publicDomain : words.licence(licence),
      text,
    })),
    openNotice: -1,
  },

  async onShow() {
    const { appVersion, baseLibraryVersion } = platform.device
    this.setData({ wecom: appVersion || words.unknown, library: baseLibraryVersion || words.unknown })
    const me = await services.api.me()
    // Whatever it says, it is there.
    this.setData({ server: me.ok || me.problem.kind === 'refused' ? 'reachable' : 'unreachable' })
  },

  onNotice(event: WechatMiniprogram.TouchEvent) {
    const index = Number(event.currentTarget.dataset['index'])
    this.setData({ openNotice: index === this.data.openNotice ? -1 : index })
  },

  onPrivacy() {
    platform.navigation.open(PRIVACY_PAGE)
  },
})
