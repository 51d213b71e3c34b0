import { jest } from '@jest/globals'
import { failure, success } from '../result'
import { failing, givenUp, optionsOf, succeeding, useWx } from '../test/fake-wx'
import { createPictures } from './pictures'
import type { Stamp } from './platform'

type Loads = 'loads' | 'fails' | 'never answers'

function canvasOf({ width = 4_000, height = 3_000, loads = 'loads' as Loads, widthOfText = 10 } = {}) {
  const written: { readonly text: string; readonly font: string; readonly y: number }[] = []
  const context = {
    font: '',
    drawImage: jest.fn(),
    createLinearGradient: () => ({ addColorStop: () => {} }),
    fillRect: jest.fn(),
    measureText: () => ({ width: widthOfText }),
    fillText: (text: string, _x: number, y: number) => void written.push({ text, font: context.font, y }),
  }
  const canvas = {
    width: 0,
    height: 0,
    getContext: (): unknown => context,
    createImage() {
      const image = {
        width,
        height,
        onload: () => {},
        onerror: () => {},
        set src(_: string) {
          if (loads !== 'never answers')
            void Promise.resolve().then(() => (loads === 'loads' ? image.onload() : image.onerror()))
        },
      }
      return image
    },
  }
  return { canvas, context, written }
}

const stamp = (canvas: object): Stamp => ({
  canvas,
  photoPath: 'wxfile://tmp_1',
  lines: ['张敏', '2026-11-18 08:52:07', '张江总部'],
  bandShare: 0.15,
  longestSidePixels: 2_000,
  quality: 0.8,
})

describe('the stamp', () => {
  it('makes the photo smaller, writes the lines into its foot and saves a JPEG', async () => {
    const canvasToTempFilePath = succeeding({ tempFilePath: 'wxfile://tmp_2' })
    useWx({ canvasToTempFilePath })
    const { canvas, context, written } = canvasOf()
    await expect(createPictures().stamp(stamp(canvas))).resolves.toEqual(success('wxfile://tmp_2'))
    expect([canvas.width, canvas.height]).toEqual([2_000, 1_500])
    expect(context.drawImage).toHaveBeenCalledTimes(1)
    expect(context.fillRect).toHaveBeenCalledWith(0, 1_275, 2_000, 225)
    expect(written.map(({ text }) => text)).toEqual(['张敏', '2026-11-18 08:52:07', '张江总部'])
    expect(written.every(({ y }) => y > 1_275 && y <= 1_500)).toBe(true)
    expect(optionsOf(canvasToTempFilePath)).toMatchObject({ canvas, fileType: 'jpg', quality: 0.8 })
  })

  it('leaves a small photo its size', async () => {
    useWx({ canvasToTempFilePath: succeeding({ tempFilePath: 'x' }) })
    const { canvas } = canvasOf({ width: 800, height: 600 })
    await createPictures().stamp(stamp(canvas))
    expect([canvas.width, canvas.height]).toEqual([800, 600])
  })

  it('makes a line smaller that is too wide', async () => {
    useWx({ canvasToTempFilePath: succeeding({ tempFilePath: 'x' }) })
    const fits = canvasOf()
    const wide = canvasOf({ widthOfText: 4_000 })
    await createPictures().stamp(stamp(fits.canvas))
    await createPictures().stamp(stamp(wide.canvas))
    const size = (font: string | undefined) => Number(/(\d+)px/.exec(font ?? '')?.[1])
    expect(size(wide.written[0]?.font)).toBeLessThan(size(fits.written[0]?.font) / 2 + 1)
  })

  it.each([
    ['a photo that cannot be read', canvasOf({ loads: 'fails' }).canvas, succeeding({ tempFilePath: 'x' }), 'failed'],
    ['a photo of no size', canvasOf({ width: 0, height: 0 }).canvas, succeeding({ tempFilePath: 'x' }), 'failed'],
    [
      'a canvas that draws nothing',
      { ...canvasOf().canvas, getContext: () => null },
      succeeding({ tempFilePath: 'x' }),
      'unsupported',
    ],
    ['a canvas without pictures', { width: 0, height: 0 }, succeeding({ tempFilePath: 'x' }), 'unsupported'],
    ['a client that cannot save', canvasOf().canvas, undefined, 'unsupported'],
    ['a saving that fails', canvasOf().canvas, failing({ errMsg: 'canvasToTempFilePath:fail' }), 'failed'],
  ])('%s', async (_, canvas, canvasToTempFilePath, problem) => {
    useWx(canvasToTempFilePath === undefined ? {} : { canvasToTempFilePath })
    await expect(createPictures().stamp(stamp(canvas))).resolves.toEqual(failure(problem))
  })

  it('does not wait for ever for the photo', async () => {
    useWx({})
    const { canvas } = canvasOf({ loads: 'never answers' })
    await expect(givenUp(() => createPictures().stamp(stamp(canvas)))).resolves.toEqual(failure('failed'))
  })
})
