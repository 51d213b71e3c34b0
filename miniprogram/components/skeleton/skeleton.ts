/** The real layout before its words are there: `rows` bars. It appears after 300 ms only. */
Component({
  properties: { rows: { type: Array, value: [1, 2, 3] } },
})
