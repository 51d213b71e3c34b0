import type { LogSetupTarget, LogStream, LogTemplate } from '../../ports/log-setup'
import { isServerGoodEnough, stepFor, type SetupStep } from './setup-elk.rules'

export interface SetupPlan {
  /** Components before the index templates that are made of them. */
  readonly templates: readonly LogTemplate[]
  readonly streams: readonly LogStream[]
}

export interface SetupLine {
  readonly step: SetupStep
  readonly what: string
  readonly from: string | null
  readonly to: string
}

/**
 * Brings templates, streams and retention to what the plan says; run again it changes nothing. When anything there is
 * newer than the plan, or the server is too old, nothing is changed at all.
 * @returns a line per part; one that says `refuse` means that nothing was changed
 */
export async function setUpElk(target: LogSetupTarget, plan: SetupPlan): Promise<readonly SetupLine[]> {
  const version = await target.serverVersion()
  if (!isServerGoodEnough(version)) {
    return [{ step: 'refuse', what: 'Elasticsearch', from: version, to: '8.14+ / 9' }]
  }
  const templates = await Promise.all(
    plan.templates.map(async (template) => {
      const found = await target.findTemplate(template)
      const line = { what: template.name, from: found && versionText(found.version), to: String(template.version) }
      return { template, line: { ...line, step: stepFor(template, found) } }
    }),
  )
  const streams = await Promise.all(
    plan.streams.map(async (stream) => ({ stream, found: await target.streamVersion(stream.name) })),
  )
  const refused = [
    ...templates.map(({ line }) => line).filter(({ step }) => step === 'refuse'),
    ...streams.flatMap(({ stream, found }) =>
      found !== null && found > stream.mappingVersion ? [streamLine('refuse', stream, found)] : [],
    ),
  ]
  if (refused.length > 0) return refused

  for (const { template, line } of templates) {
    if (line.step !== 'keep') await target.putTemplate(template)
  }
  const lines: SetupLine[] = templates.map(({ line }) => line)
  for (const { stream, found } of streams) lines.push(...(await setUpStream(target, stream, found)))
  return lines
}

async function setUpStream(target: LogSetupTarget, stream: LogStream, found: number | null): Promise<SetupLine[]> {
  if (found === null) {
    await target.createStream(stream)
    return [streamLine('create', stream, null)]
  }
  const step = found < stream.mappingVersion ? 'update' : 'keep'
  if (step === 'update') await target.updateStream(stream)
  const lines = [streamLine(step, stream, found)]
  const retention = await target.streamRetention(stream.name)
  if (retention !== null && retention !== stream.retention) {
    await target.setRetention(stream)
    lines.push({ step: 'update', what: `${stream.name} retention`, from: retention, to: stream.retention })
  }
  return lines
}

function streamLine(step: SetupStep, { name, mappingVersion }: LogStream, found: number | null): SetupLine {
  return { step, what: name, from: found === null ? null : String(found), to: String(mappingVersion) }
}

function versionText(version: number | null): string {
  return version === null ? '?' : String(version)
}
