/** `/pages/a/a?b=c` in its parts. */
export function parseUrl(url: string) {
  const [address = '', text = ''] = url.split('?')
  const pairs = text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return [decodeURIComponent(name), decodeURIComponent(value.join('='))] as const
    })
  const parameters: Readonly<Record<string, string>> = Object.fromEntries(pairs)
  return { path: address.replace(/^\//, ''), query: text === '' ? '' : `?${text}`, parameters }
}
