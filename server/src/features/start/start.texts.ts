import type { Language } from '../../http/language'

export interface StartTexts {
  readonly htmlLanguage: string
  readonly title: string
  readonly otherLanguage: { readonly label: string; readonly language: Language }
  readonly brand: string
  readonly headline: string
  readonly lead: string
  readonly facts: readonly { readonly term: string; readonly text: string }[]
  readonly figure: {
    readonly label: string
    readonly office: string
    readonly roads: readonly [string, string]
    readonly distance: string
    readonly slot: string
    readonly accepted: string
    readonly heads: readonly [string, string, string]
    readonly rows: readonly (readonly [string, string, string])[]
    readonly foot: string
  }
  readonly people: {
    readonly heading: string
    readonly lead: string
    readonly userId: string
  }
  readonly tour: {
    readonly heading: string
    readonly lead: string

    readonly steps: readonly TourStep[]
  }
  readonly places: {
    readonly heading: string
    readonly rows: Readonly<Record<PlaceName, { readonly title: string; readonly text: string }>>
  }
  readonly foot: string
}

export interface TourStep {
  readonly title: string
  readonly text: string
  readonly command: string | null
  readonly link: string | null
}

/** What the page can point to; each installation says which of them it has. */
export type PlaceName = 'preview' | 'docs' | 'openapi' | 'health' | 'metrics' | 'sandbox'

export const START_TEXTS: Readonly<Record<Language, StartTexts>> = {
  zh: {
    htmlLanguage: 'zh-CN',
    title: '外勤签到：从这里开始',
    otherLanguage: { label: 'English', language: 'en' },
    brand: '外勤签到',
    headline: '人在哪里上班，就在哪里签到',
    lead: '员工在企业微信里签到，公司信得过这条记录。在围栏里，或连着认可的 Wi-Fi，有一样就行；每一次判定都写明规定和实际，一年后也说得清。',
    facts: [
      { term: '这是试用环境', text: '一家虚构的公司，两周的签到记录，都在这台电脑上，数据不外传。' },
      { term: '企业微信', text: '由自带的沙箱代替，协议和真的一样，不用账号。' },
    ],
    figure: {
      label: '围栏图：签到位置在公司围栏内，离中心 85 米，判定为已通过',
      office: '张江总部',
      roads: ['云杉路', '海棠路'],
      distance: '85 m',
      slot: '08:52:09　早签到',
      accepted: '已通过',
      heads: ['', '规定', '实际'],
      rows: [
        ['围栏', '≤ 172 m', '85 m'],
        ['Wi-Fi', '内网签名', '有效'],
        ['手机', '本人已绑定', '签名有效'],
      ],
      foot: '左边规定，右边实际',
    },
    people: {
      heading: '你可以是谁',
      lead: '六位同事，处境各不相同。今天都还没签到，也还没绑定手机。',
      userId: '账号',
    },
    tour: {
      heading: '五步走一遍',
      lead: '让这个服务开着，另开一个终端，在项目文件夹里执行。',
      steps: [
        {
          title: '签到一次',
          text: '命令扮演一部手机：登录、同意告知、绑定、取今天的签到段、签名、提交，每一步都打印出来。',
          command: 'npm run demo:check-in',
          link: null,
        },
        {
          title: '故意站远一点',
          text: '人在围栏外，又没连 Wi-Fi：看看差了多少米，规定和实际怎么写，下一步怎么做。没通过的也是一条记录。',
          command: 'npm run demo:check-in -- --person ZhouLi --outside',
          link: null,
        },
        {
          title: '换个人再签',
          text: '夜班、弹性、外勤各有各的签到段。比如上夜班的赵一鸣，工作日期算在上班那天。',
          command: 'npm run demo:check-in -- --person ZhaoYiMing',
          link: null,
        },
        {
          title: '翻翻接口',
          text: '手机和后台用的是同一套接口，文档由判定请求的同一份定义生成。',
          command: null,
          link: '/api/docs',
        },
        {
          title: '开一台签到鉴权服务器',
          text: '上海总部的内网里有签到鉴权服务器，连着那里的 Wi-Fi 才拿得到它的签名。开着它，签到命令加上 --presence。',
          command: 'npm run presence-gateway',
          link: null,
        },
      ],
    },
    places: {
      heading: '东西在哪',
      rows: {
        preview: { title: '小程序预览', text: '在浏览器里用小程序：换人、换地方、断网，都能试' },
        docs: { title: '接口文档', text: '每个接口的参数、回复和错误码' },
        openapi: { title: 'OpenAPI 3.1', text: '给程序读的同一份定义' },
        health: { title: '是否就绪', text: '数据库和后台进程的状态' },
        metrics: { title: '运行指标', text: 'Prometheus 格式：耗时、判定数、写入队列' },
        sandbox: { title: '企业微信沙箱', text: '代替企业微信：看每个人的聊天和卡片，点卡片上的按钮' },
      },
    },
    foot: '装在公司自己的服务器上，一套服务一家公司。许可证 Apache-2.0。',
  },
  en: {
    htmlLanguage: 'en',
    title: 'Waiqin: start here',
    otherLanguage: { label: '中文', language: 'zh' },
    brand: 'Waiqin',
    headline: 'Check in where the work is',
    lead: 'Staff check in from inside Enterprise WeChat, and the company can trust the record. Being inside a fence or on an allowed Wi-Fi is enough; each decision shows what was asked and what was seen, and still does a year later.',
    facts: [
      {
        term: 'This is a trial',
        text: 'A made-up company with two weeks of records, all on this computer; nothing leaves it.',
      },
      { term: 'WeCom', text: 'is played by a sandbox that speaks its protocol. No account is needed.' },
    ],
    figure: {
      label: 'Fence figure: the fix lies inside the office fence, 85 metres from its centre, and is accepted',
      office: 'Head office',
      roads: ['Spruce Road', 'Crabapple Road'],
      distance: '85 m',
      slot: '08:52:09  Early',
      accepted: 'Accepted',
      heads: ['', 'Asked', 'Seen'],
      rows: [
        ['Fence', '≤ 172 m', '85 m'],
        ['Wi-Fi', 'Gateway proof', 'Valid'],
        ['Phone', 'Own, bound', 'Signed'],
      ],
      foot: 'What was asked on the left, what was seen on the right',
    },
    people: {
      heading: 'Who you can be',
      lead: 'Six colleagues in different situations. None has checked in today or bound a phone yet.',
      userId: 'User id',
    },
    tour: {
      heading: 'Five steps',
      lead: 'Leave this server running and use a second terminal in the project folder.',
      steps: [
        {
          title: 'Check in once',
          text: "The command plays a phone: log in, agree to the notice, bind, fetch today's slots, sign, submit. It prints each step.",
          command: 'npm run demo:check-in',
          link: null,
        },
        {
          title: 'Stand too far away',
          text: 'Outside the fence and on no Wi-Fi: see by how many metres, both sides of each check, and what to do next. A refused attempt is a record too.',
          command: 'npm run demo:check-in -- --person ZhouLi --outside',
          link: null,
        },
        {
          title: 'Be somebody else',
          text: "Night shift, flexible hours and field work have slots of their own. Zhao Yiming's night belongs to the day it starts on.",
          command: 'npm run demo:check-in -- --person ZhaoYiMing',
          link: null,
        },
        {
          title: 'Look through the API',
          text: 'Phone and console use the same one; its documentation comes from the definitions that judge the requests.',
          command: null,
          link: '/api/docs',
        },
        {
          title: 'Run a presence gateway',
          text: 'The Shanghai office has one: only a phone on its Wi-Fi gets its signature. With it running, add --presence to the check-in.',
          command: 'npm run presence-gateway',
          link: null,
        },
      ],
    },
    places: {
      heading: 'Where things are',
      rows: {
        preview: {
          title: 'Mini-program preview',
          text: 'The real pages in a browser: be anybody, anywhere, offline too',
        },
        docs: { title: 'API documentation', text: 'Parameters, answers and error codes of each route' },
        openapi: { title: 'OpenAPI 3.1', text: 'The same definitions for programs' },
        health: { title: 'Readiness', text: 'State of the database and the background process' },
        metrics: { title: 'Metrics', text: 'Prometheus format: durations, decisions, write queue' },
        sandbox: {
          title: 'WeCom sandbox',
          text: 'Stands in for WeCom: everybody’s chat with its cards, whose buttons can be pressed',
        },
      },
    },
    foot: "Runs on the company's own servers, one installation for one company. Apache-2.0.",
  },
}
