import type { CorsRule } from './bucket-settings'

/** The headers that let a page of `origin` read the answer; null: no rule lets it. */
export function corsHeaders(
  rules: readonly CorsRule[],
  origin: string,
  method: string,
  askedHeaders: readonly string[] = [],
): Record<string, string> | null {
  const rule = rules.find(
    ({ AllowedOrigin, AllowedMethod, AllowedHeader = [] }) =>
      AllowedOrigin.some((pattern) => fits(pattern, origin)) &&
      AllowedMethod.includes(method) &&
      askedHeaders.every((header) => AllowedHeader.some((pattern) => fits(pattern.toLowerCase(), header))),
  )
  if (rule === undefined) return null
  const { AllowedMethod, ExposeHeader = [], MaxAgeSeconds } = rule
  return {
    'access-control-allow-origin': rule.AllowedOrigin.includes('*') ? '*' : origin,
    'access-control-allow-methods': AllowedMethod.join(', '),
    ...(askedHeaders.length > 0 && { 'access-control-allow-headers': askedHeaders.join(', ') }),
    ...(ExposeHeader.length > 0 && { 'access-control-expose-headers': ExposeHeader.join(', ') }),
    ...(MaxAgeSeconds !== undefined && { 'access-control-max-age': MaxAgeSeconds }),
    vary: 'Origin',
  }
}

/** At most one `*`. */
function fits(pattern: string, text: string): boolean {
  const [head = '', tail] = pattern.split('*')
  if (tail === undefined) return pattern === text
  return text.length >= head.length + tail.length && text.startsWith(head) && text.endsWith(tail)
}
