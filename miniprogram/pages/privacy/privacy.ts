import type { ConsentNotice } from '../../contract/api'
import { PAGE_STYLE } from '../../components/page-scale'
import { startPage, TABS } from '../../routes'
import { platform, services } from '../../services/app'
import type { ApiProblem } from '../../services/transport'
import { texts } from '../../texts/texts'
import { declinedWords, privacyView, type DeclinedWords, type PrivacyView } from './privacy.view'

/** The notice, and what this person says to it. Nothing is collected on this page. */
Page({
  data: {
    style: PAGE_STYLE,
    words: texts.privacy,
    closeText: texts.result.close,
    view: null as PrivacyView | null,
    notice: null as ConsentNotice | null,
    declined: null as DeclinedWords | null,
    /** The host has an authorisation of its own, which the button that agrees gives too. */
    openType: '' as '' | 'agreePrivacyAuthorization',
    hostContract: '',
    isWhole: false,
    state: 'loading' as 'loading' | 'asking' | 'agreed' | 'declined' | 'failed' | 'saving',
  },

  onLoad() {
    void this.askHost()
    void this.load()
  },

  async askHost() {
    const host = await platform.privacy.hostState()
    if (host === null) return
    this.setData({
      hostContract: host.contractName,
      openType: host.needsAuthorisation ? 'agreePrivacyAuthorization' : '',
    })
  },

  async load() {
    this.setData({ state: 'loading' })
    const [notice, session] = [await services.consent.notice(), await services.session.current()]
    if (!notice.ok) return this.fail(notice.problem)
    const { version } = notice.value
    const view = privacyView(notice.value, await services.contexts.offsetMinutes())
    const declined = await services.consent.declinedVersion()
    const isAgreed = session?.consent.agreedVersion === version
    const hasTraces =
      (session !== null && session.device !== 'none') ||
      (await services.keys.current()) !== null ||
      (await services.contexts.current()) !== null
    this.setData({
      notice: notice.value,
      view,
      declined: declinedWords(session?.consent ?? null, hasTraces),
      isWhole: view.summary.length === 0,
      state: isAgreed ? 'agreed' : declined === version ? 'declined' : 'asking',
    })
  },

  fail(problem: ApiProblem) {
    if (problem.kind === 'login') return platform.navigation.restart(startPage(problem.why))
    if (problem.kind === 'refused' && problem.status === 403) {
      return platform.navigation.restart(startPage(problem.code, `${problem.message}。${problem.hint}`))
    }
    this.setData({ state: 'failed' })
  },

  async onAgree() {
    const { notice, state } = this.data
    if (notice === null || state === 'saving') return
    this.setData({ state: 'saving' })
    const agreed = await services.consent.agree(notice.version)
    if (agreed.ok) return platform.navigation.tab(TABS.home)
    if (agreed.problem.kind === 'refused' && agreed.problem.code === 'VERSION_CONFLICT') {
      platform.screen.toast(texts.privacy.changed)
      return this.load()
    }
    this.fail(agreed.problem)
  },

  async onDecline() {
    const { notice } = this.data
    if (notice !== null) await services.consent.decline(notice.version)
    this.setData({ state: 'declined' })
  },

  onWhole() {
    this.setData({ isWhole: true })
  },

  onHostContract() {
    void platform.privacy.openContract()
  },

  onReadAgain() {
    this.setData({ state: this.data.notice === null ? 'failed' : 'asking' })
  },

  onRetry() {
    void this.load()
  },

  onClose() {
    platform.navigation.tab(TABS.home)
  },
})
