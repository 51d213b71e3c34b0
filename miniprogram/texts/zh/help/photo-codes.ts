import type { DecisionCode } from '../../../contract/decision'
import { ASK_FOR_CORRECTION, NOTHING_TO_DO, type CodeArticle } from './article'

/** Refusals about photos, notes and visit records. */
export const PHOTO_CODES = {
  PHOTO_REQUIRED: {
    title: '要拍照',
    paragraphs: [
      '这次签到要现场照片，没有带上。哪些时段要照片由公司规定；申请在此签到、换机审批期间的签到，都要照片。',
    ],
    why: '照片让审批的人看到当时的现场。',
    steps: ['点「拍照」，拍一张现场', '没有相机权限：先打开', '带上照片再签'],
    links: ['cameraPermission', 'home'],
  },
  PHOTO_NOT_UPLOADED: {
    title: '照片没送达',
    paragraphs: ['签到先记下了，可照片到期限还没有送到。期限是当天的送达时间再加 2 小时，结果页写着。'],
    why: '照片是这次签到的依据，没有照片就不能算数。',
    steps: [ASK_FOR_CORRECTION, '以后拍了照片，当天连上网打开一次小程序，等照片传完'],
    links: ['records', 'home'],
  },
  PHOTO_MISMATCH: {
    title: '照片对不上',
    paragraphs: ['送到的照片和签到时登记的不是同一个文件，可能传输时坏了，或被清理软件压缩过。'],
    why: '照片要和签到那一刻登记的一样，才是当时拍的。',
    steps: ['时段还没截止：重拍一张，再签一次', '让清理软件不要动企业微信的文件', ASK_FOR_CORRECTION],
    links: ['home', 'fault'],
  },
  PHOTO_STALE: {
    title: '照片不是当时拍的',
    paragraphs: ['照片的拍摄时间离签到太远，要在签到前后 10 分钟内拍。'],
    why: '当时拍的照片才说明当时在现场。',
    steps: ['现场重拍一张', '拍完马上签'],
    links: ['home'],
  },
  PHOTO_REUSED: {
    title: '照片用过',
    paragraphs: ['同一张照片以前的签到用过，不能再用一次。'],
    why: '每次签到要有自己的照片。',
    steps: ['现场重拍一张再签'],
    links: ['home'],
  },
  NOTE_REQUIRED: {
    title: '要写说明',
    paragraphs: ['这个时段要求写备注，或申请的原因写得太短：申请要 5 个字以上。'],
    why: '几个字就能让审批的人明白情况。',
    steps: ['写清楚在哪里、做什么', '再提交一次'],
    links: ['home'],
  },
  VISIT_RECORD_REQUIRED: {
    title: '要填拜访记录',
    paragraphs: ['公司规定拜访签到要填客户和事由，这次没有填全。'],
    why: '拜访记录说明去了哪家、为什么去。',
    steps: ['选客户，填事由', '再点拜访签到'],
    links: ['home'],
  },
  PHOTO_AWAITED: {
    title: '等照片',
    paragraphs: ['签到已经记下，照片还在手机里。照片送到并核对后就生效，时间按签的那一刻算。'],
    why: '照片大，信号不好时会晚一点，签到不用等它。',
    steps: ['连上网，打开小程序，照片会自己发出', '在签到页看「等待发送」变成 0 条', '期限写在结果页，过了就不计'],
    links: ['home', 'records'],
  },
  PHOTO_SIMILAR: {
    title: '照片很像',
    paragraphs: ['照片和以前的一张几乎一样。每天在同一个角度拍，也会这样。'],
    why: '提醒人事看一眼照片是不是当时拍的。',
    steps: [NOTHING_TO_DO, '以后拍照换个角度，拍到当天才有的东西'],
    links: ['records'],
  },
} as const satisfies Partial<Record<DecisionCode, CodeArticle>>
