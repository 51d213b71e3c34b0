import { accountTexts } from './zh/account'
import { applicationTexts } from './zh/application'
import { approvalsTexts } from './zh/approvals'
import { commonTexts } from './zh/common'
import { correctionTexts } from './zh/correction'
import { entryTexts } from './zh/entry'
import { faultTexts } from './zh/fault'
import { helpTexts } from './zh/help'
import { homeTexts } from './zh/home'
import { meTexts } from './zh/me'
import { permissionTexts } from './zh/permission'
import { rebindTexts } from './zh/rebind'
import { recordsTexts } from './zh/records'
import { requestsTexts } from './zh/requests'
import { resultTexts } from './zh/result'
import { teamTexts } from './zh/team'
import { visitTexts } from './zh/visit'

/** Chinese: short, concrete, active; numbers with units; it ends with what to do. One file for each part, in `zh/`. */
export const zh = {
  ...commonTexts,
  ...homeTexts,
  ...resultTexts,
  ...entryTexts,
  ...permissionTexts,
  ...applicationTexts,
  ...visitTexts,
  ...rebindTexts,
  ...recordsTexts,
  ...requestsTexts,
  ...approvalsTexts,
  ...teamTexts,
  ...meTexts,
  ...accountTexts,
  ...helpTexts,
  ...faultTexts,
  ...correctionTexts,
} as const
