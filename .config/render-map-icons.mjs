/** Renders the marks of the map: the platform's markers take picture files only. `npx tsx .config/render-map-icons.mjs` */
import { mkdirSync, writeFileSync } from 'node:fs'
import sharp from 'sharp'

const folder = new URL('../miniprogram/images/map/', import.meta.url)
const SIZE_PIXELS = 60
/** The verdict's solid colours. */
const FIXES = { accepted: '#137a52', late: '#b94a12', refused: '#c8372d', offline: '#5c6872', pending: '#9a6300' }

mkdirSync(folder, { recursive: true })
for (const [tone, colour] of Object.entries(FIXES)) {
  await render(
    `<circle cx="10" cy="10" r="9.5" fill="#fff"/><circle cx="10" cy="10" r="6.5" fill="${colour}"/>`,
    `fix-${tone}`,
  )
}
await render(
  '<rect x="1" y="1" width="18" height="18" rx="5" fill="#084760"/>' +
    '<path d="M6 15V6h4v9M10 10h3.5v5M4.500 15h11" fill="none" stroke="#fff" stroke-width="1.4"/>',
  'site',
)

async function render(body, name) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE_PIXELS}" height="${SIZE_PIXELS}" viewBox="0 0 20 20">${body}</svg>`
  writeFileSync(new URL(`${name}.png`, folder), await sharp(Buffer.from(svg)).png({ palette: true }).toBuffer())
}
