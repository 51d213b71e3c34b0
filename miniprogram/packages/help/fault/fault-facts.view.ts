/** Each fact of a diagnosis as its sender reads it: pure. */
import type { NetworkType } from '../../../contract/place'
import type { LocationProblem, WifiProblem } from '../../../platform/platform'
import type { FactName, Facts } from '../../../services/diagnosis-facts'
import type { ProofProblem } from '../../../services/presence'
import { durationText } from '../../../texts/format'
import { texts } from '../../../texts/texts'

export interface FactRow {
  readonly name: FactName
  readonly label: string
  readonly value: string
}

/** Every fact has a row: nothing is sent that is not shown. */
export function factRows(facts: Facts): FactRow[] {
  return (Object.keys(facts) as FactName[]).map((name) => ({
    name,
    label: texts.fault.facts[name],
    value: valueText(name, facts[name] ?? ''),
  }))
}

function valueText(name: FactName, value: string | number | boolean): string {
  const words = texts.fault
  const chosen = ({ yes, no }: { readonly yes: string; readonly no: string }) => (value === true ? yes : no)
  switch (name) {
    case 'networkType':
      return texts.networkName[value as NetworkType]
    case 'serverReachable':
      return chosen(words.reachable)
    case 'clockDifferenceSeconds':
      return clockText(Number(value))
    case 'locationPermission':
    case 'wecomLocationPermission':
    case 'cameraPermission':
    case 'wecomCameraPermission':
      return chosen(words.allowed)
    case 'locationService':
      return chosen(words.switched)
    case 'preciseAllowed':
      return chosen(words.precise)
    case 'accuracyClass':
      return { ...texts.locationProblem, ...words.accuracy }[value as LocationProblem | keyof typeof words.accuracy]
    case 'wifiState':
      return value === 'readable' ? words.wifiReadable : texts.wifiProblem[value as WifiProblem]
    case 'gatewayState':
      return { ...texts.proofProblem, ...words.gateway }[value as ProofProblem | keyof typeof words.gateway]
    case 'queueLength':
    case 'stuckCount':
      return words.count(Number(value))
    default:
      return String(value)
  }
}

/** @param seconds server's clock minus phone's clock */
function clockText(seconds: number): string {
  const words = texts.fault
  if (Math.abs(seconds) < 2) return words.clockRight
  const by = durationText(Math.abs(seconds))
  return seconds < 0 ? words.clockFast(by) : words.clockSlow(by)
}
