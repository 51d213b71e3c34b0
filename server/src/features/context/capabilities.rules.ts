import type { CapabilitiesReply } from '#contract/api'

/** What the routes of this version serve; a client hides what is false. Changes with the feature that it names. */
export const CAPABILITIES: CapabilitiesReply = {
  corrections: false,
  dayResults: false,
  quickCheckIn: true,
  photoUpload: true,
  visitRecords: true,
  teamToday: true,
  teamReminders: false,
  faultReports: true,
}
