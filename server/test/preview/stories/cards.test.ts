import { texts } from '../../../../miniprogram/texts/texts'
import { cardTexts } from '../../../src/features/approval-cards/card-texts.rules'
import { noticeTexts } from '../../../src/features/notices/notice-texts.rules'
import { describeInChromium } from '../chromium'
import { takePhoto } from '../take-photo'
import { until } from '../../until'
import { onStage } from './stage'

const { early } = texts.slotName

describeInChromium('approval on a card in the chat', () => {
  const stage = onStage()

  it('a change of phones: asked for on the new phone, agreed to on the card; the held check-in counts', async () => {
    const leader = await stage.company.leader('顾言')
    const person = await stage.company.engineer('叶知秋', { leader })
    const old = await stage.phone(person)
    await old.see(texts.verdict.inside('张江总部'))
    const fresh = await stage.phone(person, { phoneId: '2' })
    await fresh.tap(texts.slab.notBound)
    await fresh.tap(texts.rebind.asking.quick[2])
    await fresh.tap(texts.rebind.asking.submit)
    await fresh.see(texts.rebind.step.asked)
    await fresh.tap(texts.rebind.checkIn)
    await fresh.see(texts.verdict.inside('张江总部'))
    await fresh.tap(early)
    await takePhoto(fresh)
    await fresh.tap(texts.application.submitPlain)
    await fresh.see(texts.result.pending(early))

    const chat = await stage.chat(leader)
    await chat.getByRole('link', { name: cardTexts.asks.rebind(person.name) }).waitFor()
    await chat.getByRole('button', { name: cardTexts.agree.rebind }).click()
    await chat.getByText(cardTexts.decidedBy(leader.name, cardTexts.outcomeWord.approved)).first().waitFor()
    await until(
      () => stage.company.records(person),
      ([record]) => record?.outcome === 'accepted',
    )

    await old.restart('pages/home/home')
    await old.see(texts.slab.notBound)
    const told = await stage.chat(person)
    await told.getByText(noticeTexts.effect.rebind.approved).last().waitFor()
  })
})
