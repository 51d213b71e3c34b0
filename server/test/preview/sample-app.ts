/** A small mini-program with one of everything that the compiler and the runtime have to understand. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeTempFolder, type TempFolder } from '../temp-folder'

export type SampleFiles = Readonly<Record<string, string>>

export const SAMPLE: SampleFiles = {
  'package.json': '{ "name": "sample", "dependencies": { "cards": "1.0.0", "plain": "1.0.0" } }',
  'app.json': `{
  "pages": ["pages/home/home", "pages/list/list", "pages/form/form"],
  "subPackages": [{ "root": "more", "pages": ["deep/deep"] }],
  "window": { "navigationBarTitleText": "样例" },
  "tabBar": {
    "color": "@tab",
    "selectedColor": "@tab",
    "list": [
      { "pagePath": "pages/home/home", "text": "家" },
      { "pagePath": "pages/list/list", "text": "单" }
    ]
  },
  "themeLocation": "theme.json"
}`,
  'theme.json': '{ "light": { "tab": "#111111" }, "dark": { "tab": "#eeeeee" } }',
  'app.ts': `App({ data: {}, onLaunch() { (this as any).data.launched = true } })`,
  'app.wxss': `@import './styles/common.wxss';
page { font-size: 28rpx; }
.tall { height: 100vh; }`,
  'styles/common.wxss': '.card { padding: 30rpx; }',
  'utils/add.ts': `import { plus } from 'plain'
export const add = (left: number, right: number): number => plus(left, right)`,
  'utils/format.wxs': `var digits = getRegExp('^[0-9]+$')
module.exports = { money: function (value) { return digits.test('' + value) && value.constructor === 'Number' ? '¥' + value : '?' } }`,
  'pages/home/home.json':
    '{ "usingComponents": { "counter": "/components/counter/counter", "card": "cards/card/card" } }',
  'pages/home/home.wxml': `<wxs src="../../utils/format.wxs" module="format" />
<import src="./row.wxml" />
<view class="title" id="title">{{title}}：{{format.money(sum)}}</view>
<view wx:if="{{sum > 3}}" class="big">大</view>
<view wx:else class="small">小</view>
<button id="add" bind:tap="add">加</button>
<counter id="counter" start="{{sum}}" bind:count="counted"><text>插槽</text></counter>
<card title="包里的" />
<template is="row" wx:for="{{rows}}" wx:key="*this" data="{{ name: item, index }}" />
<button id="go" bind:tap="go">去</button>
<view id="now">{{now}}</view>`,
  'pages/home/home.wxss': '.title { color: #16212a; }\npage { background: #fff; }',
  'pages/home/home.ts': `import { add } from '../../utils/add'
Page({
  data: { title: '合计', sum: 3, rows: ['甲', '乙'], counted: 0, now: 0 },
  onLoad() { this.setData({ now: Date.now() }) },
  add() { this.setData({ sum: add(this.data.sum, 1) }) },
  counted(event: { detail: { count: number } }) { this.setData({ title: '数到 ' + event.detail.count }) },
  go() { wx.navigateTo({ url: '/pages/form/form?from=home' }) },
})`,
  'pages/home/row.wxml': '<template name="row"><view class="row">{{index}} {{name}}</view></template>',
  'pages/list/list.json': '{}',
  'pages/list/list.wxml': '<view class="title">单子</view>',
  'pages/list/list.ts': 'Page({ onShow() { shown += 1 }, })\nlet shown = 0',
  'pages/form/form.json': '{ "navigationBarTitleText": "表" }',
  'pages/form/form.wxml': `<form bindsubmit="submit">
  <input id="name" name="name" value="{{name}}" placeholder="名字" bindinput="typed" />
  <label id="agree"><checkbox-group name="agree" bindchange="agreed"><checkbox value="yes" />同意</checkbox-group></label>
  <switch id="quick" name="quick" bindchange="quick" />
  <picker id="shift" range="{{shifts}}" bindchange="picked">班次 {{shift}}</picker>
  <button id="send" form-type="submit">发</button>
</form>
<view id="said">{{said}}</view>
<canvas id="drawing" type="2d" />`,
  'pages/form/form.ts': `Page({
  data: { name: '', said: '', shifts: ['早', '晚'], shift: '' },
  onLoad(query: { from?: string }) { this.setData({ said: '来自 ' + (query.from || '') }) },
  typed(event: { detail: { value: string } }) { this.setData({ name: event.detail.value }) },
  agreed(event: { detail: { value: string[] } }) { this.setData({ said: '同意 ' + event.detail.value.join() }) },
  quick(event: { detail: { value: boolean } }) { this.setData({ said: '极速 ' + event.detail.value }) },
  picked(event: { detail: { value: string } }) { this.setData({ shift: this.data.shifts[Number(event.detail.value)] }) },
  submit(event: { detail: { value: { name: string } } }) { this.setData({ said: '发出 ' + event.detail.value.name }) },
})`,
  'components/counter/counter.json': '{ "component": true }',
  'components/counter/counter.wxml':
    '<view class="wrap"><slot /><view class="count">{{count}}</view><button bind:tap="more">数</button></view>',
  'components/counter/counter.wxss': ':host { display: block; }\n.wrap .count { color: #0b5a78; }',
  'components/counter/counter.ts': `Component({
  properties: { start: { type: Number, value: 0 } },
  data: { count: 0 },
  methods: { more() { this.setData({ count: this.data.count + 1 }); this.triggerEvent('count', { count: this.data.count }) } },
})`,
  'more/deep/deep.wxml': '<view>深处</view>',
  'more/deep/deep.ts': `import { add } from '../../utils/add'
Page({ data: { sum: add(1, 2) } })`,
  'node_modules/cards/package.json': '{ "name": "cards", "miniprogram": "dist" }',
  'node_modules/cards/dist/card/card.json': '{ "component": true, "styleIsolation": "apply-shared" }',
  'node_modules/cards/dist/card/card.wxml': '<view class="card">{{title}}</view>',
  'node_modules/cards/dist/card/card.wxss': 'view { color: inherit; }',
  'node_modules/cards/dist/card/card.js': `Component({ properties: { title: String } })`,
  'node_modules/cards/dist/unused/unused.js': 'Component({})',
  'node_modules/plain/package.json': '{ "name": "plain", "main": "index.js" }',
  'node_modules/plain/index.js': `exports.plus = function (left, right) { return left + right }`,
}

/** Writes it into a folder of its own. @param changes files that differ; null: left out */
export function writeSample(changes: Readonly<Record<string, string | null>> = {}): TempFolder {
  const folder = makeTempFolder()
  for (const [path, text] of Object.entries({ ...SAMPLE, ...changes })) {
    if (text === null) continue
    const file = join(folder.path, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  return folder
}
