import { HELP_LINKS } from '../../../texts/zh/help/article'
import { HELP_ADDRESSES, isTab } from './help-addresses'

describe('where the help leads', () => {
  it.each(HELP_LINKS.map((name) => [name, HELP_ADDRESSES[name]] as const))('%s: %s', (name, address) => {
    expect(address).toMatch(/^\/(pages|packages)\//)
    expect(isTab(address)).toBe(['home', 'records', 'requests'].includes(name))
  })
})
