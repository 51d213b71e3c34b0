import { distanceMetres } from '#contract/fence'
import type { Fence } from '#contract/place'
import { looksMainland, systemOf, toKeptCoordinates, toKeptFence } from './mainland.rules'

const at = (latitude: number, longitude: number) => ({ latitude, longitude })

describe('looksMainland', () => {
  it.each([
    ['北京', 39.9073, 116.3912],
    ['上海 张江', 31.2041, 121.5907],
    ['深圳 罗湖', 22.548, 114.12],
    ['深圳 福田', 22.5431, 114.0579],
    ['深圳 蛇口', 22.485, 113.915],
    ['深圳 盐田', 22.568, 114.24],
    ['深圳 南澳', 22.535, 114.485],
    ['珠海', 22.2707, 113.5767],
    ['珠海 拱北', 22.222, 113.552],
    ['珠海 横琴', 22.13, 113.52],
    ['厦门', 24.4798, 118.0894],
    ['厦门 五通', 24.513, 118.19],
    ['厦门大学', 24.437, 118.097],
    ['平潭', 25.503, 119.79],
    ['丹东', 40.1292, 124.3948],
    ['珲春', 42.862, 130.366],
    ['图们', 42.968, 129.843],
    ['绥芬河', 44.398, 131.152],
    ['抚远', 48.365, 134.3],
    ['黑河', 50.245, 127.528],
    ['满洲里', 49.598, 117.378],
    ['二连浩特', 43.653, 111.977],
    ['霍尔果斯', 44.213, 80.42],
    ['喀什', 39.47, 75.99],
    ['拉萨', 29.65, 91.14],
    ['亚东', 27.485, 88.907],
    ['瑞丽', 24.013, 97.852],
    ['河口', 22.53, 103.96],
    ['凭祥', 22.1, 106.766],
    ['东兴', 21.548, 107.972],
    ['三亚', 18.2528, 109.512],
    ['舟山 嵊泗', 30.725, 122.45],
  ])('%s lies in mainland China', (_name, latitude, longitude) => {
    expect(looksMainland(at(latitude, longitude))).toBe(true)
  })

  it.each([
    ['香港 中环', 22.2819, 114.1582],
    ['香港 上水', 22.502, 114.128],
    ['香港 机场', 22.308, 113.915],
    ['香港 西贡', 22.381, 114.27],
    ['澳门', 22.1987, 113.5439],
    ['澳门 路环', 22.12, 113.565],
    ['台北', 25.033, 121.5654],
    ['高雄', 22.6273, 120.3014],
    ['金门', 24.437, 118.318],
    ['马祖', 26.16, 119.95],
    ['Singapore', 1.2897, 103.8501],
    ['Seoul', 37.5665, 126.978],
    ['Pyongyang', 39.0392, 125.7625],
    ['Sinuiju, across the river from 丹东', 40.0979, 124.4],
    ['Osaka', 34.6937, 135.5023],
    ['Tokyo', 35.6812, 139.7671],
    ['London', 51.5074, -0.1278],
    ['Vladivostok', 43.1155, 131.8855],
    ['Khabarovsk', 48.4802, 135.0719],
    ['Blagoveshchensk, across the river from 黑河', 50.29, 127.527],
    ['Ulaanbaatar', 47.8864, 106.9057],
    ['Almaty', 43.222, 76.8512],
    ['Bishkek', 42.8746, 74.5698],
    ['Kathmandu', 27.7172, 85.324],
    ['Thimphu', 27.4728, 89.639],
    ['Dhaka', 23.8103, 90.4125],
    ['Yangon', 16.8409, 96.1735],
    ['Hanoi', 21.0278, 105.8342],
    ['Lao Cai, across the river from 河口', 22.48, 103.97],
    ['Vientiane', 17.9757, 102.6331],
    ['Manila', 14.5995, 120.9842],
    ['New York', 40.7128, -74.006],
    ['Sydney', -33.8688, 151.2093],
  ])('%s does not', (_name, latitude, longitude) => {
    expect(looksMainland(at(latitude, longitude))).toBe(false)
  })
})

describe('kept coordinates', () => {
  // Reference pairs of the eviltransform project (wgs, then gcj).
  it.each([
    ['上海', at(31.1774276, 121.5272106), at(31.17530398364597, 121.531541859215)],
    ['深圳', at(22.543847, 113.912316), at(22.540796131694766, 113.9171764808363)],
    ['北京', at(39.911954, 116.377817), at(39.91334545536069, 116.38404722455657)],
  ])('WGS-84 in %s becomes GCJ-02', (_name, wgs84, gcj02) => {
    expect(distanceMetres(toKeptCoordinates(wgs84, 'wgs84', true), gcj02)).toBeLessThan(0.1)
  })

  it('GCJ-02 in mainland China stays as it is', () => {
    expect(toKeptCoordinates(at(31.2, 121.5), 'gcj02', true)).toEqual(at(31.2, 121.5))
  })

  it.each([
    ['Hong Kong', at(22.2819, 114.1582)],
    ['Macau', at(22.1987, 113.5439)],
    ['Taipei', at(25.033, 121.5654)],
    ['Singapore', at(1.2897, 103.8501)],
    ['Seoul', at(37.5665, 126.978)],
    ['Osaka', at(34.6937, 135.5023)],
    ['London', at(51.5074, -0.1278)],
  ])('WGS-84 in %s stays as it is', (_name, place) => {
    expect(toKeptCoordinates(place, 'wgs84', false)).toEqual(place)
  })

  it('every point of a fence is converted, the radius is not', () => {
    const circle: Fence = { kind: 'circle', centre: at(31.2, 121.5), radiusMetres: 120 }
    const kept = toKeptFence(circle, 'wgs84', true)
    expect(kept).toEqual({ ...circle, centre: toKeptCoordinates(circle.centre, 'wgs84', true) })
    const ring = [at(31.2, 121.5), at(31.2, 121.501), at(31.201, 121.5)]
    const converted = ring.map((point) => toKeptCoordinates(point, 'wgs84', true))
    expect(toKeptFence({ kind: 'polygon', rings: [ring] }, 'wgs84', true)).toEqual({
      kind: 'polygon',
      rings: [converted],
    })
  })

  it('names the kept system', () => {
    expect([systemOf(true), systemOf(false)]).toEqual(['gcj02', 'wgs84'])
  })
})
