import { AppError } from '../../app-error'
import type { PhotoBucketProbe } from '../../ports/photo-bucket-probe'
import type { PhotoStore } from '../../ports/photo-store'
import type { Clock, Random } from '../../ports/system'
import {
  allowsOrigin,
  foreignRules,
  judgeLifecycle,
  PROBE_PREFIX,
  WANTED_LIFECYCLE,
  wantedCors,
} from './bucket-needs.rules'
import { amiss, well, type DoctorLine } from '../doctors/doctor-line.rules'
import { clockLine, encryptionLine, factsLines, failedLine, seen, versioningLine } from './doctor-texts.rules'

export interface OssDoctorDependencies {
  readonly settings: {
    readonly region: string
    readonly encryption: string
    /** Of the pages that show photos; null: `PUBLIC_URL` is not set. */
    readonly origin: string | null
    /** Without a slash at its end. */
    readonly bucketUrl: string
  }
  readonly bucket: PhotoBucketProbe
  readonly photoStore: PhotoStore
  readonly clock: Clock
  readonly random: Random
  /** Set CORS and lifecycle where they are not as needed. */
  readonly fixes: boolean
}

const TICKET_MS = 60_000
const HINT = '运行 npm run oss:doctor -- --fix'

/** Every check, one line each, as they are done. Leaves no object behind, and names no secret. */
export async function* runOssDoctor(dependencies: OssDoctorDependencies): AsyncGenerator<DoctorLine> {
  const { settings, bucket } = dependencies
  yield clockLine(await bucket.clockAheadMs())
  const facts = await bucket.facts()
  if (facts.kind === 'ok') yield* factsLines(facts.value, settings.region)
  else yield failedLine('Bucket', facts) ?? well('Bucket')

  const encryption = await bucket.encryption()
  yield encryption.kind === 'ok'
    ? encryptionLine(encryption.value, settings.encryption)
    : (failedLine('加密', encryption) ?? well('加密'))
  const versioning = await bucket.versioning()
  yield versioning.kind === 'ok'
    ? versioningLine(versioning.value)
    : (failedLine('版本控制', versioning) ?? well('版本控制'))
  yield await corsLine(dependencies)
  yield await lifecycleLine(dependencies)
  yield* objectLines(dependencies)
}

async function corsLine({ settings: { origin }, bucket, fixes }: OssDoctorDependencies): Promise<DoctorLine> {
  const check = '跨域（CORS）'
  if (origin === null) return amiss(check, '没有 PUBLIC_URL，不知道页面从哪里来')
  const found = await bucket.cors()
  if (found.kind !== 'ok') return failedLine(check, found) ?? well(check)
  if (allowsOrigin(found.value, origin)) return well(check)
  if (!fixes) return amiss(check, `没有允许 ${origin} 读取和上传。${HINT}`)
  const set = await bucket.setCors([...found.value, wantedCors(origin)])
  return failedLine(check, set) ?? well(check, `已允许 ${origin}`)
}

async function lifecycleLine({ bucket, fixes }: OssDoctorDependencies): Promise<DoctorLine> {
  const check = '生命周期'
  const found = await bucket.lifecycle()
  if (found.kind !== 'ok') return failedLine(check, found) ?? well(check)
  const judged = judgeLifecycle(found.value)
  if (judged === 'ok') return well(check)
  if (judged === 'early') return amiss(check, '有规则会在一年之前删掉照片。到控制台改掉它')
  const byHand = '到控制台加一条：前缀 attempts/，365 天后删除'
  if (foreignRules(found.value).length > 0) return amiss(check, `没有删除到期照片的规则，另有别的规则。${byHand}`)
  if (!fixes) return amiss(check, `没有删除到期照片的规则。${HINT}`)
  return failedLine(check, await bucket.setLifecycle(WANTED_LIFECYCLE)) ?? well(check, '已设置')
}

/** Objects of the doctor's own, by every way that photos go. */
async function* objectLines(dependencies: OssDoctorDependencies): AsyncGenerator<DoctorLine> {
  const { photoStore, random } = dependencies
  const written = `${PROBE_PREFIX}${random.id()}`
  const uploaded = `${PROBE_PREFIX}${random.id()}`
  const bytes = random.bytes(64)
  yield await tried('写入和读取', async () => {
    await photoStore.write(written, bytes, 'image/jpeg')
    const back = await photoStore.read(written, bytes.length)
    return isSame(back, bytes) ? null : '读回来的不是写进去的'
  })
  yield await tried('短时地址', () => readBack(dependencies, written, bytes))
  yield await tried('不给外人看', () => readAsStranger(dependencies, written))
  yield await tried('表单上传', () => upload(dependencies, uploaded, bytes))
  yield await tried('禁止覆盖', () => uploadAgain(dependencies, uploaded, random.bytes(64), bytes))
  yield await tried('删除', async () => {
    await photoStore.delete(written)
    await photoStore.delete(uploaded)
    return (await photoStore.head(written)) === null && (await photoStore.head(uploaded)) === null ? null : '删了还在'
  })
}

/** @param work null: all is well; else what was seen */
async function tried(check: string, work: () => Promise<string | null>): Promise<DoctorLine> {
  try {
    const problem = await work()
    return problem === null ? well(check) : amiss(check, problem)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return amiss(check, error.internalText ?? error.code)
  }
}

async function readBack({ photoStore, bucket, clock }: OssDoctorDependencies, key: string, bytes: Uint8Array) {
  const nowMs = clock.nowMs()
  const answer = await bucket.fetch(await photoStore.signRead(key, nowMs + TICKET_MS, nowMs))
  if (answer.kind === 'http' && answer.status === 200 && isSame(answer.body, bytes)) return null
  return `${seen(answer)}。检查 OSS_DOMAIN 的绑定和证书`
}

async function readAsStranger({ bucket, settings }: OssDoctorDependencies, key: string): Promise<string | null> {
  const answer = await bucket.fetch(`${settings.bucketUrl}/${key}`)
  if (answer.kind === 'http' && answer.status === 403) return null
  const isOpen = answer.kind === 'http' && answer.status === 200
  return isOpen ? '没有签名也能读。立即改为私有，并检查 Bucket 授权策略' : seen(answer)
}

async function upload(dependencies: OssDoctorDependencies, key: string, bytes: Uint8Array): Promise<string | null> {
  const answer = await send(dependencies, key, bytes)
  if (answer.kind === 'http' && answer.status === 200) return null
  return `${seen(answer)}。检查 OSS_DOMAIN 的绑定和证书，并把它加进小程序的 uploadFile 合法域名`
}

async function uploadAgain(dependencies: OssDoctorDependencies, key: string, others: Uint8Array, bytes: Uint8Array) {
  const answer = await send(dependencies, key, others)
  const isKept = isSame(await dependencies.photoStore.read(key, bytes.length), bytes)
  if (answer.kind === 'http' && answer.code === 'FileAlreadyExists' && isKept) return null
  return `${seen(answer)}，应当是 409 FileAlreadyExists。关掉版本控制`
}

function send({ photoStore, bucket, clock }: OssDoctorDependencies, key: string, bytes: Uint8Array) {
  const nowMs = clock.nowMs()
  const terms = { key, contentType: 'image/jpeg', byteLength: bytes.length, expiresAtMs: nowMs + TICKET_MS }
  return photoStore.signUpload(terms, nowMs).then((signed) => bucket.send(signed, bytes))
}

function isSame(left: Uint8Array | null, right: Uint8Array): boolean {
  return left !== null && left.length === right.length && left.every((byte, index) => byte === right[index])
}
