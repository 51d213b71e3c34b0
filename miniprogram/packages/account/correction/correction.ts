import { PAGE_STYLE } from '../../../components/page-scale'

Page({
  data: { style: PAGE_STYLE },
})
