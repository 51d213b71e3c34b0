const SHORT_ROW = { width: '60%' }

/** The real layout before its words are there: one bar for each of `rows`, the last one short. It appears after 300 ms only. */
Component({
  properties: { rows: { type: Array, value: [1, 2, 3] } },
  data: { bars: [1, 1, SHORT_ROW] as (number | typeof SHORT_ROW)[] },
  observers: {
    rows(rows: readonly unknown[]) {
      this.setData({ bars: rows.map((_, index) => (index === rows.length - 1 ? SHORT_ROW : 1)) })
    },
  },
})
