/** Before the first check-in. */
export const entryTexts = {
  privacy: {
    title: '使用前请阅读',
    headline: ['只在签到的页面看位置', '从不在后台定位'],
    lead: '不读相册和通讯录，不做人脸识别。收集的全部内容：',
    whole: '告知全文',
    version: (version: number, date: string) => `第 ${version} 版，${date} 发布`,
    decline: '暂不同意',
    agree: '同意并开始使用',
    agreeing: '正在保存…',
    changed: '告知刚更新，请看新的一版',
    declinedTitle: '你没有同意，什么都没有收集',
    declinedText:
      '不会读取位置、Wi-Fi 和手机信息。想用手机签到时，再来这里看一遍就行；不用手机签到，请联系人事用其他方式记考勤。',
    declinedNewerTitle: '你没有同意新的一版',
    declinedNewerText: (version: number) =>
      `你同意的第 ${version} 版暂时还有效，到期前照常能签，照常收集；到期后都停。现在就想停，到「我的 → 我的数据」撤回同意。`,
    declinedAfterTitle: '你没有同意，不再收集',
    declinedAfterText:
      '以后不会读取位置、Wi-Fi 和手机信息；以前收集的，按告知里写的时间保存。想用手机签到时，再来这里看一遍就行；不用手机签到，请联系人事用其他方式记考勤。',
    readAgain: '再看一遍',
    failed: '告知暂时打不开',
    failedHint: '没有同意之前什么都不会收集。检查网络后重试',
    retry: '重试',
  },

  start: {
    outsideTitle: '请在企业微信里打开',
    outsideText: '外勤签到只能在企业微信里用：它要确认是你本人。打开企业微信，在工作台找到「外勤签到」。',
    wrongCompanyTitle: '这里不是你公司的外勤签到',
    unknownTitle: '名册里没有你',
    loginTitle: '企业微信没有响应',
    loginText: '没能确认你的身份。看看网络，再试一次。',
    fullTitle: '手机存满了，没能绑定',
    fullText: '绑定要在手机里存一把钥匙，现在存不下。什么都没有绑定。清理一些空间，再试一次。',
    unreachableTitle: '连不上签到服务器',
    unreachableText: '手机没有网络，或服务器暂时没有回应。第一次使用要先连一次网；用过之后，没有网络也能签。',
    otherTitle: '现在打不开',
    retry: '重试',
  },
} as const
