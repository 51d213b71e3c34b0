import { siteReply } from '../test/replies'
import { searchSites } from './site-search'

const at = (latitude: number) =>
  ({ kind: 'circle', centre: { latitude, longitude: 121.5906 }, radiusMetres: 100 }) as const
const office = siteReply({ id: 'office', name: '张江总部', address: '云杉路 88 号', fence: at(31.2041) })
const near = siteReply({ id: 'near', name: '海川食品', kind: 'customer', address: '金桥路 77 号', fence: at(31.21) })
const far = siteReply({
  id: 'far',
  name: 'Hengda 电子（昆山）',
  kind: 'customer',
  address: '中华园路',
  fence: at(31.3),
})
const planned = siteReply({
  id: 'planned',
  name: '嘉澜纸业',
  kind: 'customer',
  address: '新浜路 210 号',
  planned: true,
  fence: at(31.5),
})
const SITES = [far, office, near, planned]
const HERE = { latitude: 31.2041, longitude: 121.5906 }

describe('searching for a site', () => {
  it.each([
    ['planned ones first, then the nearest', '', HERE, ['planned', 'office', 'near', 'far']],
    ['without a place customers come before offices', '', null, ['planned', 'far', 'near', 'office']],
    ['by name', '海川', HERE, ['near']],
    ['by address', '210 号', HERE, ['planned']],
    ['by every word', '号 金桥', HERE, ['near']],
    ['whatever the case', 'hengDA', HERE, ['far']],
    ['whatever the width', 'Ｈｅｎｇｄａ 电子(昆山)', HERE, ['far']],
    ['nothing', '不存在', HERE, []],
    ['blanks find all', '  ', HERE, ['planned', 'office', 'near', 'far']],
  ] as const)('%s', (_, query, place, ids) => {
    expect(searchSites(SITES, query, place).map(({ site }) => site.id)).toEqual(ids)
  })

  it('tells metres to the edge, negative inside, and none without a place', () => {
    const distances = (place: typeof HERE | null) =>
      searchSites([office, near], '', place).map(({ distanceMetres }) => distanceMetres)
    const [inside, outside] = distances(HERE)
    expect(inside).toBeCloseTo(-100, 3)
    expect(outside).toBeCloseTo(556.1, 0)
    expect(distances(null)).toEqual([null, null])
  })

  it('shows at most fifty', () => {
    const many = Array.from({ length: 80 }, (_, index) => siteReply({ id: String(index) }))
    expect(searchSites(many, '', null)).toHaveLength(50)
  })
})
