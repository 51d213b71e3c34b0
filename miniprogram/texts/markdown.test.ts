import { markdownBlocks } from './markdown'

describe('the notice as blocks', () => {
  it('keeps all of it, in order', () => {
    const text = `# 告知

一段话，
接着说。

## 收集什么
| 内容 | 用途 | 最长保存 |
|---|---|---|
| 位置 | 判断**范围** | 2 年 |

- 随时查看；
- 随时撤回。`
    expect(markdownBlocks(text)).toEqual([
      { kind: 'heading', level: 1, text: '告知' },
      { kind: 'paragraph', text: '一段话，接着说。' },
      { kind: 'heading', level: 2, text: '收集什么' },
      { kind: 'table', head: ['内容', '用途', '最长保存'], rows: [['位置', '判断范围', '2 年']] },
      { kind: 'list', items: ['随时查看；', '随时撤回。'] },
    ])
  })

  it.each(['| 一条竖线开头', '> 引用', '`代码`', '-没有空格'])('leaves %j as it is', (text) => {
    expect(markdownBlocks(text)).toEqual([{ kind: 'paragraph', text }])
  })
})
