/** Whether an address is a page of ours. @param ownOrigin e.g. `https://waiqin.example.com` */
export function isOwnPage(url: string, ownOrigin: string): boolean {
  return URL.canParse(url) && new URL(url).origin === ownOrigin
}
