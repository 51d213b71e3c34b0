/** Places, fences and Wi-Fi as client and server exchange them. Inside mainland China coordinates are GCJ-02, elsewhere WGS-84. */

export interface Coordinates {
  readonly latitude: number
  readonly longitude: number
}

export type CoordinateSystem = 'gcj02' | 'wgs84'

export interface CircleFence {
  readonly kind: 'circle'
  readonly centre: Coordinates
  /** 20 to 5 000. */
  readonly radiusMetres: number
}

/** `rings[0]` is the outer ring, the others are holes; a ring is not closed (first point not repeated). */
export interface PolygonFence {
  readonly kind: 'polygon'
  readonly rings: readonly (readonly Coordinates[])[]
}

export type Fence = CircleFence | PolygonFence

/** A fix as the platform gave it. */
export interface Fix extends Coordinates {
  readonly system: CoordinateSystem
  /** Missing or null on platforms that give none: such a fix never passes. */
  readonly accuracyMetres: number | null
  /** For how long the phone has been getting exactly this fix. */
  readonly sameFixForMs: number
  /** How long before signing the fix was asked for. */
  readonly askedMsAgo: number
}

export const NETWORK_TYPES = ['wifi', '2g', '3g', '4g', '5g', 'ethernet', 'none', 'unknown'] as const
export type NetworkType = (typeof NETWORK_TYPES)[number]

/** As read by `wx.getConnectedWifi`, before any clean-up. */
export interface ConnectedWifi {
  readonly ssid: string
  readonly bssid: string
}

export interface AllowedWifi {
  readonly ssid: string
  /** Canonical: six lower-case padded octets with colons. */
  readonly bssid: string
}

export type WifiProofPolicy = 'bssid' | 'gateway' | 'both'
