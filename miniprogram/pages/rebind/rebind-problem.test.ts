import type { EnrolProblem } from '../../services/enrolment'
import { problemText } from './rebind-problem'

const refused = (change: object): EnrolProblem => ({
  kind: 'refused',
  status: 409,
  code: 'DEVICE_OF_ANOTHER',
  action: 'show',
  message: '这部手机已绑定其他同事',
  hint: '请用自己的手机；如有误请联系人事',
  details: [],
  requestId: '',
  retryAfterMs: null,
  ...change,
})
const tooMany = (retryAfterMs: number) => refused({ code: 'TOO_MANY_REQUESTS', status: 429, retryAfterMs })

it.each<[string, EnrolProblem, string]>([
  ['no network', { kind: 'unreachable' }, '旧手机照常签'],
  ['a full phone', { kind: 'storage_full' }, '手机存满了，存不下新的钥匙。旧手机照常签。清理一些空间'],
  ['no answer of WeCom', { kind: 'login', why: 'timeout' }, '企业微信没有响应'],
  ['five requests in a day', tooMany(5 * 3_600_000), '24 小时内申请换机的次数用完了，5 小时后可以再申请'],
  ['too fast', tooMany(20_000), '提交得太快，20 秒后再试'],
  ['a refusal', refused({}), '这部手机已绑定其他同事。请用自己的手机'],
])('%s is said with what to do', (_, problem, words) => {
  expect(problemText(problem)).toContain(words)
})
