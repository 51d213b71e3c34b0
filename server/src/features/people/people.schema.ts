import { z } from 'zod'
import type { GrantRoleRequest, MeReply, Page, RoleGrantReply } from '#contract/api'
import { PERMISSIONS, ROLES, type Permission } from '#contract/roles'
import type { AssertEqual } from '../../http/assert-equal'
import { consentStateSchema, deviceStandingSchema, employeeReplySchema } from '../../http/session-schema'
import { GRANTABLE_ROLES } from './roles.rules'

const departmentId = z.string().min(1).max(64).nullable()

export const meReplySchema = z
  .strictObject({
    employee: employeeReplySchema,
    roles: z.array(z.strictObject({ role: z.enum(ROLES), scopeDepartmentId: departmentId })).readonly(),
    permissions: z.array(z.enum(Object.keys(PERMISSIONS) as Permission[])).readonly(),
    device: deviceStandingSchema,
    consent: consentStateSchema,
  })
  .meta({ id: 'MeReply' })

export const grantRoleRequestSchema = z
  .strictObject({ role: z.enum(GRANTABLE_ROLES), scopeDepartmentId: departmentId })
  .meta({ id: 'GrantRoleRequest' })

export const roleGrantReplySchema = z
  .strictObject({
    id: z.string(),
    role: z.enum(GRANTABLE_ROLES),
    scopeDepartmentId: departmentId,
    grantedBy: z.string(),
    grantedAt: z.iso.datetime({ offset: true }),
  })
  .meta({ id: 'RoleGrantReply' })

export const roleGrantPageSchema = z
  .strictObject({ items: z.array(roleGrantReplySchema).readonly(), nextCursor: z.string().nullable() })
  .meta({ id: 'RoleGrantPage' })

export const personParamsSchema = z.strictObject({ employeeId: z.uuid() })
export const grantParamsSchema = z.strictObject({ employeeId: z.uuid(), grantId: z.uuid() })

export const peopleSchemasMatchContract: readonly [
  AssertEqual<z.output<typeof meReplySchema>, MeReply>,
  AssertEqual<z.output<typeof grantRoleRequestSchema>, GrantRoleRequest>,
  AssertEqual<z.output<typeof roleGrantReplySchema>, RoleGrantReply>,
  AssertEqual<z.output<typeof roleGrantPageSchema>, Page<RoleGrantReply>>,
] = [true, true, true, true]
