import { ecsFormat } from '@elastic/ecs-pino-format'
import pino, { type DestinationStream } from 'pino'
import type { Config } from '../../config'
import type { Log } from '../../ports/log'

/** Nobody logs these on purpose; a mistake must not print them either. */
const SECRET_FIELDS = ['authorization', 'accessToken', 'refreshToken', 'secret', 'password', 'access_token']

/**
 * Structured lines in ECS names on standard output, for Elasticsearch as they are.
 * @param process `web`, `worker`, `presence-gateway` or `supervisor`
 */
export function createLog(
  config: Pick<Config, 'environment' | 'logLevel'>,
  process: string,
  destination?: DestinationStream,
): Log {
  const format = ecsFormat({
    serviceName: 'waiqin',
    serviceEnvironment: config.environment,
    serviceNodeName: process,
    eventDataset: `waiqin.${process}`,
    convertErr: true,
    convertReqRes: false,
    apmIntegration: false,
  })
  const options = {
    ...format,
    level: config.logLevel,
    redact: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.headers.${field}`]),
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}
