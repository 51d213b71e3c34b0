import type { CanvasNode } from '../../platform/platform'

/**
 * The canvas that photos of this page are stamped on: `<canvas type="2d" id="stamp" class="stamp" />`, with the class from
 * `stamp.wxss`. Null where the client has no such canvas.
 */
export function stampCanvas(page: {
  createSelectorQuery(): WechatMiniprogram.SelectorQuery
}): Promise<CanvasNode | null> {
  return new Promise((resolve) => {
    page
      .createSelectorQuery()
      .select('#stamp')
      .fields({ node: true })
      .exec(([found]: ({ node?: CanvasNode } | null)[]) => resolve(found?.node ?? null))
  })
}
