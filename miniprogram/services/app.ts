/** The one platform and the one set of services that all pages share. */
import { createPlatform } from '../platform/create-platform'
import { createServices } from './services'

export const platform = createPlatform()
export const services = createServices(platform)
