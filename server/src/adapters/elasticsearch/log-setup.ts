import { errors, type Client, type estypes } from '@elastic/elasticsearch'
import type { FoundTemplate, LogSetupTarget } from '../../ports/log-setup'
import { mappingVersion } from './append'

const PROBE_ID = 'elk-setup-probe'

/** Templates and streams of a real Elasticsearch; needs the rights `manage_index_templates` and, on the streams, `manage`. */
export function createLogSetupTarget(client: Client): LogSetupTarget {
  return {
    serverVersion: async () => (await client.info()).version.number,

    findTemplate: async ({ kind, name }) => {
      if (kind === 'component') {
        const found = await unlessMissing(client.cluster.getComponentTemplate({ name }))
        return foundTemplate(found?.component_templates[0]?.component_template)
      }
      const found = await unlessMissing(client.indices.getIndexTemplate({ name }))
      return foundTemplate(found?.index_templates[0]?.index_template)
    },

    putTemplate: async ({ kind, name, body }) => {
      if (kind === 'component') {
        await client.cluster.putComponentTemplate({ name, ...body } as estypes.ClusterPutComponentTemplateRequest)
      } else await client.indices.putIndexTemplate({ name, ...body } as estypes.IndicesPutIndexTemplateRequest)
    },

    streamVersion: (name) => mappingVersion(client, name),

    createStream: async ({ name, probe }) => {
      const operations = [{ create: { _index: name, _id: PROBE_ID } }, probe]
      const [written] = (await client.bulk({ operations, require_data_stream: true })).items
      const { _index, error } = written?.create ?? {}
      if (_index === undefined || error !== undefined) {
        throw new Error(`${name} took no document: ${error?.type}: ${error?.reason}`)
      }
      await client.delete({ index: _index, id: PROBE_ID })
    },

    updateStream: async ({ name, mappings }) => {
      await client.indices.putMapping({ index: name, ...mappings })
    },

    streamRetention: async (name) => {
      const { data_streams } = await client.indices.getDataStream({ name })
      const retention = data_streams[0]?.lifecycle?.data_retention
      return retention === undefined ? null : String(retention)
    },

    setRetention: async ({ name, retention }) => {
      await client.indices.putDataLifecycle({ name, data_retention: retention })
    },
  }
}

function foundTemplate(found: { version?: number; _meta?: estypes.Metadata } | undefined): FoundTemplate | null {
  if (found === undefined) return null
  const digest: unknown = found._meta?.['digest']
  return { version: found.version ?? null, digest: typeof digest === 'string' ? digest : null }
}

async function unlessMissing<Value>(asked: Promise<Value>): Promise<Value | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof errors.ResponseError && error.statusCode === 404) return null
    throw error
  }
}
