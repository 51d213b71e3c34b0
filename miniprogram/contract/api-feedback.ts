/** Fault reports from the phone, and HR's answers to them. */
import type { IsoTime } from './api'
import type { PersonReply } from './api-approvals'

/** Facts about phone and network, e.g. `{ networkType: 'wifi', locationPermission: false }`; never a place. */
export type Diagnosis = Readonly<Record<string, string | number | boolean>>

export interface ReportedPlace {
  readonly latitude: number
  readonly longitude: number
  readonly accuracyMetres?: number
}

export interface FaultReportRequest {
  /** 5 to 1 000 characters. */
  readonly text: string
  /** At most 40 facts; names of letters and digits, texts of at most 200 characters. */
  readonly diagnosis?: Diagnosis
  /** The person ticked it; then and only then a place comes along. It is kept encrypted. */
  readonly includesPlace?: true
  readonly place?: ReportedPlace
}

export interface FaultReportReply {
  readonly id: string
  readonly text: string
  readonly diagnosis: Diagnosis | null
  readonly includesPlace: boolean
  readonly createdAt: IsoTime
  readonly answer: {
    readonly text: string
    readonly answeredByName: string
    readonly answeredAt: IsoTime
  } | null
}

/** As HR sees it. */
export interface ReceivedFaultReportReply extends FaultReportReply {
  readonly employee: PersonReply
}

export interface AnswerFaultReportRequest {
  /** 1 to 1 000 characters. */
  readonly text: string
}
