import parser from 'postcss-selector-parser'
import { BUILT_IN_TAGS } from '../built-in-tags'

/** Whose style sheet it is. */
export type SheetOwner =
  | { readonly kind: 'app' }
  | { readonly kind: 'page'; readonly path: string }
  /** `scope` null: its styles reach beyond it (`styleIsolation: shared`). */
  | { readonly kind: 'component'; readonly scope: string | null }

const TAGS: ReadonlySet<string> = new Set([...BUILT_IN_TAGS, 'page'])

/**
 * Rewrites a selector of WXSS for the browser: tags become `wx-…`, a component's classes get its prefix, `:host` its
 * attribute, and what a page says holds inside that page alone. Specificity stays as it was.
 * @throws Error when the selector cannot be read
 */
export function rewriteSelector(selector: string, owner: SheetOwner): string {
  const scope = owner.kind === 'component' ? owner.scope : null
  return parser((root) => {
    root.walkTags((tag) => {
      if (TAGS.has(tag.value)) tag.value = `wx-${tag.value}`
    })
    root.walkClasses((name) => {
      if (scope !== null) name.value = `${scope}--${name.value}`
    })
    root.walkPseudos((pseudo) => {
      if (pseudo.value === ':host') {
        pseudo.replaceWith(
          scope === null
            ? parser.tag({ value: 'wx-page' })
            : parser.attribute({ attribute: 'wx-host', operator: '=', value: scope, quoteMark: '"', raws: {} }),
        )
      }
    })
    if (owner.kind !== 'page') return
    root.each((part) => {
      const where = parser.pseudo({ value: `:where([data-page="${owner.path}"])` })
      part.first.spaces.before = ''
      part.prepend(parser.combinator({ value: ' ' }))
      part.prepend(where)
    })
  }).processSync(selector, { lossless: false })
}

/** What WeChat does not allow in a component's own sheet; null: all is well. */
export function forbiddenInComponent(selector: string): string | null {
  let found: string | null = null
  parser((root) => {
    root.walk((node) => {
      if (node.type === 'tag' && !/^(from|to|\d.*%)$/.test(node.value)) found ??= `tag selector ${node.value}`
      if (node.type === 'id') found ??= `id selector #${node.value}`
      if (node.type === 'attribute') found ??= `attribute selector ${String(node).trim()}`
    })
  }).processSync(selector)
  return found
}
