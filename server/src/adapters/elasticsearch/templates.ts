import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { LogStream, LogTemplate } from '../../ports/log-setup'
import { MAPPING_VERSION } from './append'
import { EVENTS_DATASET } from './document'
import { eventStream } from './event-log'

export interface LogRetention {
  readonly eventDays: number
  readonly appDays: number
}

interface TemplateFile {
  readonly version: number
  readonly _meta: Readonly<Record<string, unknown>>
  readonly template?: { readonly mappings?: Tree; readonly [name: string]: unknown }
  readonly [name: string]: unknown
}

const FOLDER = new URL('../../../elk/templates/', import.meta.url)
const COMPONENTS = ['waiqin-base', 'waiqin-events', 'waiqin-app'] as const
const APP_DATASET = 'waiqin.app'

export function appStream(namespace: string): string {
  return `logs-${APP_DATASET}-${namespace}`
}

/** The templates of server/elk/templates, with retention: component ones first. */
export function logTemplates({ eventDays, appDays }: LogRetention): LogTemplate[] {
  return [
    ...COMPONENTS.map((name) => template('component', name, readTemplate('component', name))),
    indexTemplate('waiqin-events', eventDays),
    indexTemplate('waiqin-app', appDays),
  ]
}

/** Both streams of an installation. */
export function logStreams(namespace: string, { eventDays, appDays }: LogRetention): LogStream[] {
  const at = '2026-01-01T00:00:00.000Z'
  return [
    {
      ...{ name: eventStream(namespace), mappingVersion: MAPPING_VERSION, retention: `${eventDays}d` },
      mappings: mappingsOf('waiqin-events'),
      probe: { '@timestamp': at, message: 'elk.set_up', event: { dataset: EVENTS_DATASET, action: 'elk.set_up' } },
    },
    {
      ...{ name: appStream(namespace), mappingVersion: MAPPING_VERSION, retention: `${appDays}d` },
      mappings: mappingsOf('waiqin-app'),
      probe: { '@timestamp': at, message: 'elk.set_up', log: { level: 'info' } },
    },
  ]
}

/** The whole mapping of a kind of log: what the common component and its own say together. */
export function mappingsOf(name: 'waiqin-events' | 'waiqin-app'): Readonly<Record<string, unknown>> {
  const [base, own] = [readTemplate('component', 'waiqin-base'), readTemplate('component', name)]
  return merge(base.template?.mappings ?? {}, own.template?.mappings ?? {})
}

function indexTemplate(name: string, retentionDays: number): LogTemplate {
  const file = readTemplate('index', name)
  return template('index', name, { ...file, template: { lifecycle: { data_retention: `${retentionDays}d` } } })
}

function template(kind: LogTemplate['kind'], name: string, body: TemplateFile): LogTemplate {
  const digest = createHash('sha256').update(JSON.stringify(body)).digest('hex')
  return { kind, name, version: body.version, digest, body: { ...body, _meta: { ...body._meta, digest } } }
}

function readTemplate(kind: LogTemplate['kind'], name: string): TemplateFile {
  return JSON.parse(readFileSync(new URL(`${kind}.${name}.json`, FOLDER), 'utf8')) as TemplateFile
}

type Tree = Readonly<Record<string, unknown>>

function merge(left: Tree, right: Tree): Tree {
  const merged: Record<string, unknown> = { ...left }
  for (const [name, value] of Object.entries(right)) {
    const other = merged[name]
    merged[name] = isTree(other) && isTree(value) ? merge(other, value) : value
  }
  return merged
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
