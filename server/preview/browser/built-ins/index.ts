import type { BuiltInTags } from '../framework/register-built-ins'
import type { Phone } from '../phone'
import { cameraTag } from './camera'
import { canvasTag } from './canvas'
import { checkboxTag, radioTag, sliderTag, switchTag } from './choices'
import { buttonTag, formTag, labelTag } from './form'
import { imageTag } from './image'
import { mapTag } from './map'
import { navigatorTag } from './navigator'
import { pickerTag } from './picker'
import { pickerColumnTag, pickerViewTag } from './picker-view'
import { iconTag, progressTag, richTextTag, textTag } from './plain'
import { scrollViewTag, swiperItemTag, swiperTag } from './scrolling'
import { inputTag, textareaTag } from './text-inputs'

/** The tags that the preview draws; the others are plain boxes. */
export function builtInTags(phone: Phone): BuiltInTags {
  return {
    button: buttonTag,
    camera: cameraTag(phone),
    canvas: canvasTag(phone),
    checkbox: checkboxTag,
    'checkbox-group': { properties: { name: '' } },
    form: formTag,
    icon: iconTag,
    image: imageTag(phone),
    input: inputTag,
    label: labelTag,
    map: mapTag(phone),
    navigator: navigatorTag,
    'page-meta': { properties: { rootFontSize: '', pageFontSize: '', pageStyle: '' } },
    picker: pickerTag(phone),
    'picker-view': pickerViewTag,
    'picker-view-column': pickerColumnTag,
    progress: progressTag,
    radio: radioTag,
    'radio-group': { properties: { name: '' } },
    'rich-text': richTextTag,
    'scroll-view': scrollViewTag,
    slider: sliderTag,
    swiper: swiperTag,
    'swiper-item': swiperItemTag,
    switch: switchTag,
    text: textTag,
    textarea: textareaTag,
    view: { properties: { hoverClass: 'none', hoverStartTime: 50, hoverStayTime: 400, hoverStopPropagation: false } },
  }
}
