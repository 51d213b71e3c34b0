/** All pictures of one page on one sheet: a row for each scene, a column for each look. */
import sharp, { type OverlayOptions } from 'sharp'

export interface Shot {
  readonly scene: string
  /** Its column: width and look. */
  readonly look: string
  /** PNG file. */
  readonly file: string
}

const COLUMN_PIXELS = 340
const GAP_PIXELS = 16
const LABEL_PIXELS = 28

export async function writeContactSheet(shots: readonly Shot[], file: string): Promise<void> {
  const looks = [...new Set(shots.map(({ look }) => look))]
  const scenes = [...new Set(shots.map(({ scene }) => scene))]
  const parts: OverlayOptions[] = []
  let top = 0
  for (const scene of scenes) {
    const row = shots.filter((shot) => shot.scene === scene)
    const pictures = await Promise.all(row.map((shot) => sharp(shot.file).resize({ width: COLUMN_PIXELS }).toBuffer()))
    const heights = await Promise.all(pictures.map(async (picture) => (await sharp(picture).metadata()).height))
    row.forEach((shot, index) => {
      const left = GAP_PIXELS + looks.indexOf(shot.look) * (COLUMN_PIXELS + GAP_PIXELS)
      parts.push({ input: label(`${shot.scene} · ${shot.look}`), left, top })
      parts.push({ input: pictures[index] as Buffer, left, top: top + LABEL_PIXELS })
    })
    top += LABEL_PIXELS + Math.max(...heights) + GAP_PIXELS
  }
  const width = GAP_PIXELS + looks.length * (COLUMN_PIXELS + GAP_PIXELS)
  await sharp({ create: { width, height: top, channels: 3, background: '#c9ced3' } })
    .composite(parts)
    .png({ palette: true })
    .toFile(file)
}

function label(text: string): Buffer {
  const plain = text.replace(/[&<>]/g, '')
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${COLUMN_PIXELS}" height="${LABEL_PIXELS}"><text x="2" y="20" font-family="Noto Sans CJK SC" font-size="15" fill="#16212a">${plain}</text></svg>`,
  )
}
