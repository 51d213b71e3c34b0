/** The demo company's places. Inside mainland China GCJ-02, Hong Kong WGS-84. Names of firms are invented. */
import { createHash, createPrivateKey, createPublicKey } from 'node:crypto'
import type { GatewayPublicKey } from '../../../miniprogram/contract/api-places'
import { stableId, type SiteSeed } from '../builders'
import type { Base } from './people'

export const DEMO_SITE_IDS: Readonly<Record<Base, string>> = {
  shanghai: siteId('张江总部'),
  suzhou: siteId('苏州工厂'),
  shenzhen: siteId('深圳办事处'),
}

function siteId(name: string): string {
  return stableId('demo', 'site', name)
}

/** Where the presence gateway of 张江总部 answers, and the key that it signs with. */
export interface DemoGateway {
  readonly url: string
  readonly publicKey: GatewayPublicKey
}

/**
 * A gateway key for the demo alone: its private half follows from a public text, so it proves nothing to anybody.
 * Used unless the caller has the key of a gateway that really runs.
 */
export function demoGateway(): DemoGateway {
  const seed = createHash('sha256').update('waiqin demo presence gateway').digest()
  // PKCS#8 of an Ed25519 key (RFC 8410): a fixed head before the 32 bytes.
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed])
  const { x } = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })).export({ format: 'jwk' })
  return { url: 'https://presence.demo.example', publicKey: { kty: 'OKP', crv: 'Ed25519', x: x ?? '' } }
}

export function demoOffices(gateway: DemoGateway): readonly SiteSeed[] {
  return [
    {
      id: DEMO_SITE_IDS.shanghai,
      name: '张江总部',
      address: '上海市浦东新区云杉路 68 号',
      fence: { kind: 'circle', centre: { latitude: 31.2041, longitude: 121.5907 }, radiusMetres: 150 },
      wifi: [
        { ssid: 'CJ-Office', bssid: '3c:06:a7:10:2b:01' },
        { ssid: 'CJ-Office', bssid: '3c:06:a7:10:2b:02' },
      ],
      gateway,
    },
    {
      id: DEMO_SITE_IDS.suzhou,
      name: '苏州工厂',
      address: '苏州市工业园区纺工路 9 号',
      fence: {
        kind: 'polygon',
        rings: [
          [
            { latitude: 31.3182, longitude: 120.6688 },
            { latitude: 31.3186, longitude: 120.6731 },
            { latitude: 31.3159, longitude: 120.6736 },
            { latitude: 31.3153, longitude: 120.6712 },
            { latitude: 31.3161, longitude: 120.6689 },
          ],
        ],
      },
      wifi: [
        { ssid: 'CJ-Factory', bssid: '3c:06:a7:20:5d:11' },
        { ssid: 'CJ-Factory', bssid: '3c:06:a7:20:5d:12' },
        { ssid: 'CJ-Factory-5G', bssid: '3c:06:a7:20:5d:13' },
      ],
    },
    {
      id: DEMO_SITE_IDS.shenzhen,
      name: '深圳办事处',
      address: '深圳市南山区科苑路 15 号',
      fence: { kind: 'circle', centre: { latitude: 22.5405, longitude: 113.952 }, radiusMetres: 120 },
      wifi: [{ ssid: 'CJ-Shenzhen', bssid: '3c:06:a7:30:71:21' }],
    },
  ]
}

export interface DemoCustomer extends SiteSeed {
  readonly id: string
  readonly name: string
  readonly fence: {
    readonly kind: 'circle'
    readonly centre: { latitude: number; longitude: number }
    readonly radiusMetres: number
  }
  readonly near: Base
}

export const DEMO_CUSTOMERS: readonly DemoCustomer[] = [
  customer('shanghai', '嘉澜纸业', '上海市松江区新浜路 210 号', 31.0312, 121.2274, 200),
  customer('shanghai', '海川食品', '上海市浦东新区金桥路 77 号', 31.2479, 121.6031, 120),
  customer('shanghai', '昆山恒达电子', '昆山市玉山镇中华园路 18 号', 31.3702, 120.9521, 180),
  customer('shanghai', '嘉兴新禾纺织', '嘉兴市秀洲区运河路 5 号', 30.7647, 120.7089, 220),
  customer('suzhou', '望亭水务 3 号泵站', '苏州市相城区望亭镇', 31.4472, 120.4263, 80),
  customer('suzhou', '太湖药业', '无锡市滨湖区蠡湖大道 120 号', 31.5108, 120.2711, 250),
  customer('suzhou', '园区净水厂', '苏州市工业园区星港街 300 号', 31.2937, 120.7136, 160),
  customer('shenzhen', '联创塑胶', '东莞市长安镇振安路 41 号', 22.8161, 113.8027, 200),
  customer('shenzhen', '宝立精密', '深圳市宝安区航城大道 66 号', 22.6339, 113.8408, 150),
  {
    ...customer('shenzhen', '九龙仪器行', '香港九龙观塘开源道 55 号', 22.3117, 114.2248, 100),
    mainlandChina: false,
    zone: 'Asia/Hong_Kong',
  },
]

function customer(
  near: Base,
  name: string,
  address: string,
  latitude: number,
  longitude: number,
  radiusMetres: number,
): DemoCustomer {
  const fence = { kind: 'circle', centre: { latitude, longitude }, radiusMetres } as const
  return { id: siteId(name), name, kind: 'customer', address, near, fence }
}
