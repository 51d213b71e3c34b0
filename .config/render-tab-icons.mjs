/** Renders the tab bar's icons from our own set: the system's tab bar takes PNG files only. `npx tsx .config/render-tab-icons.mjs` */
import { readFileSync, writeFileSync } from 'node:fs'
import sharp from 'sharp'
import { ICONS } from '../miniprogram/components/icon/icons'

const folder = new URL('../miniprogram/images/tab/', import.meta.url)
const theme = JSON.parse(readFileSync(new URL('../miniprogram/theme.json', import.meta.url), 'utf8'))
const SIZE_PIXELS = 81

for (const name of ['locate', 'calendar', 'note', 'stamp', 'user']) {
  for (const shade of ['light', 'dark']) {
    await render(name, theme[shade].tabText, `${name}-${shade}.png`)
    await render(name, theme[shade].tabSelected, `${name}-selected-${shade}.png`)
  }
}

async function render(name, colour, file) {
  const body = ICONS[name].replaceAll('class="f"', `fill="${colour}" stroke="none"`)
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE_PIXELS}" height="${SIZE_PIXELS}" viewBox="-1.5 -1.5 27 27" ` +
    `fill="none" stroke="${colour}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">${body}</svg>`
  writeFileSync(new URL(file, folder), await sharp(Buffer.from(svg)).png({ palette: true }).toBuffer())
}
