import type { CallbackCodec } from '../../ports/callbacks'
import type { HandleCardPress, HandleContactChange, WecomEvent } from '../../ports/wecom-events'

export interface CallbackHandlers {
  readonly cardPress: HandleCardPress
  readonly contactChange: HandleContactChange
}

/** Does what the event asks for; harmless when repeated. @returns plain XML of the reply, if there is one */
export async function answerTo(
  { codec, handlers }: { readonly codec: Pick<CallbackCodec, 'cardReply'>; readonly handlers: CallbackHandlers },
  event: WecomEvent,
): Promise<string | null> {
  if (event.kind === 'card_press') {
    const card = await handlers.cardPress(event.press)
    return card === null ? null : codec.cardReply(card, event.press.userId)
  }
  if (event.kind === 'contact_change') await handlers.contactChange(event.change)
  return null
}
