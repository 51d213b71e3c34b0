/**
 * Runs a module that is TypeScript, named by its file address in the first argument. With the loader registered from
 * within, it is started the same way under tsx and under jest.
 */
import { register } from 'tsx/esm/api'

register()
await import(process.argv[2])
