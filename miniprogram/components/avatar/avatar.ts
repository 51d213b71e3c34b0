import type { AvatarView } from './avatar.view'

Component({
  properties: { view: { type: Object, value: {} as AvatarView } },
})
