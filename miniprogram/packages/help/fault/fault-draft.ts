/** What was written and not sent yet: survives leaving the page and a kill. Another person's is never shown. */
import { platform, services } from '../../../services/app'
import { kept } from '../../../services/memory'

interface FaultDraft {
  readonly employeeId: string
  readonly text: string
  readonly attemptId: string
}

const store = kept<FaultDraft>(platform.storage, 'fault-draft')

export async function readDraft(): Promise<FaultDraft | null> {
  const [draft, employeeId] = await Promise.all([store.read(), ownId()])
  return draft !== null && draft.employeeId === employeeId ? draft : null
}

export async function keepDraft(text: string, attemptId: string): Promise<void> {
  const employeeId = await ownId()
  if (employeeId !== null) await store.write({ employeeId, text, attemptId })
}

export function forgetDraft(): Promise<void> {
  return store.forget()
}

async function ownId(): Promise<string | null> {
  return (await services.session.current())?.employee.id ?? null
}
