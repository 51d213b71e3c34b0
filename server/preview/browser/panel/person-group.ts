import type { PhoneSettings } from '../../settings'
import { choose, group, note } from './fields'
import type { PaneParts } from './phone-pane'

const HOSTS: readonly { readonly value: PhoneSettings['host']; readonly text: string }[] = [
  { value: 'wecom', text: '本公司的企业微信' },
  { value: 'other-company', text: '别的公司的企业微信' },
  { value: 'wechat', text: '微信，不是企业微信' },
]

export function personGroup({ phone: { settings }, world, restart }: PaneParts): HTMLElement {
  const { person, host } = settings.current
  const shown = world.people.find(({ userId }) => userId === person)
  const people = world.people.map(({ userId, name, situation }) => ({
    value: userId,
    text: name,
    group: situation === '' ? '其他同事' : '试用推荐',
  }))
  return group(
    '我是谁',
    choose('本人', people, person, (value) => {
      settings.change({ person: value })
      restart()
    }),
    shown === undefined || shown.situation === '' ? null : note(shown.situation),
    choose('打开方式', HOSTS, host, (value) => {
      settings.change({ host: value as PhoneSettings['host'] })
      restart()
    }),
  )
}
