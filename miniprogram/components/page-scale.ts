import { platform } from '../services/app'

/** The slab's words are large already: they grow less, so that it stays one button. */
const LARGEST_SLAB_SCALE = 1.12

/** Inline style of every page's root: the text size that the person set. */
export const PAGE_STYLE =
  `--wq-scale:${platform.device.textScale};` +
  `--wq-slab-scale:${Math.min(platform.device.textScale, LARGEST_SLAB_SCALE)}`
