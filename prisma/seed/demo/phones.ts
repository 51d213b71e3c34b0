import { createHash } from 'node:crypto'
import type { DeviceFacts } from '../../../miniprogram/contract/api'
import { sha256 } from '../builders'
import { chance } from './chance'

const HANDSETS: readonly DeviceFacts[] = [
  { brand: 'HUAWEI', model: 'Mate 60', platform: 'android', system: 'HarmonyOS 4.2' },
  { brand: 'Redmi', model: 'Redmi K70', platform: 'android', system: 'Android 14' },
  { brand: 'iPhone', model: 'iPhone 15<iPhone15,4>', platform: 'ios', system: 'iOS 18.1' },
  { brand: 'vivo', model: 'vivo X100', platform: 'android', system: 'Android 14' },
  { brand: 'HONOR', model: 'Magic6', platform: 'android', system: 'Android 14' },
]

export function demoHandset(userId: string): DeviceFacts {
  return HANDSETS[Math.floor(chance('handset', userId) * HANDSETS.length)] as DeviceFacts
}

/** Of a phone that does not exist: nobody holds a private key to these 32 bytes. */
export function demoPublicKey(userId: string): Uint8Array {
  return new Uint8Array(Buffer.from(sha256(['demo', 'phone', userId]), 'hex'))
}

export function demoKeyThumbprint(userId: string): string {
  return createHash('sha256').update(demoPublicKey(userId)).digest('hex')
}
