/** Permissions that were refused. */
export const permissionTexts = {} as const
