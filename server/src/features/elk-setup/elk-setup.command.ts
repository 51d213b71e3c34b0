/**
 * `npm run elk:setup`: templates, data streams and retention of Elasticsearch, as this version needs them; says what it
 * changed, and changes nothing when it is run again. Ends with 0, 1 when something there is newer than this version or
 * cannot be reached, 78 when the configuration is wrong.
 */
import { createElasticsearchClient } from '../../adapters/elasticsearch/client'
import { createLogSetupTarget } from '../../adapters/elasticsearch/log-setup'
import { logStreams, logTemplates } from '../../adapters/elasticsearch/templates'
import { ConfigError, loadConfig, type Config } from '../../config'
import { setUpElk, type SetupLine } from './setup-elk.usecase'

const EXIT = { well: 0, problem: 1, configuration: 78 } as const
const STEP_TEXTS = { create: '新建', update: '更新', keep: '已是最新', refuse: '拒绝' } as const

function textOf({ step, what, from, to }: SetupLine): string {
  const change = step === 'keep' || from === null ? to : `${from} → ${to}`
  return `${STEP_TEXTS[step]}  ${what}  ${change}`
}

async function setUp({ elasticsearch }: Config): Promise<number> {
  if (elasticsearch === null) throw new ConfigError(['EVENT_LOG: must be elasticsearch for this command'])
  const { namespace, retention } = elasticsearch
  const client = createElasticsearchClient(elasticsearch)
  try {
    const plan = { templates: logTemplates(retention), streams: logStreams(namespace, retention) }
    const lines = await setUpElk(createLogSetupTarget(client), plan)
    for (const line of lines) console.log(textOf(line))
    if (!lines.some(({ step }) => step === 'refuse')) return EXIT.well
    console.error('没有改动：那里的版本与本程序不合。请用与它同版或更新的程序')
    return EXIT.problem
  } finally {
    await client.close()
  }
}

try {
  process.exitCode = await setUp(loadConfig())
} catch (error) {
  if (error instanceof ConfigError) {
    console.error(
      ['配置有误（每行一处，说明见 .env.example）：', ...error.problems.map((line) => `  ${line}`)].join('\n'),
    )
    process.exitCode = EXIT.configuration
  } else {
    console.error(`Elasticsearch 没有完成：${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = EXIT.problem
  }
}
