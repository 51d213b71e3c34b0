/** The only place where ports meet adapters. Plain functions: what a process needs is made here and handed in. */
export {
  openPlatform,
  fieldCipher,
  signingKeyCipher,
  sourcesOf,
  SYSTEM_SOURCES,
  type Platform,
  type Sources,
} from './platform'
export { prepareData } from './data'
export { startWeb } from './web'
export { startWorker } from './worker'
