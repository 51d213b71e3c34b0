import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { RecordedStore } from './record-stores'
import { recordedText } from './recorded-text'

const FOLDER = new URL('./recorded/', import.meta.url)

/** The text of each file of `recorded/`, by its name. */
export function textsOf(stores: readonly RecordedStore[]): ReadonlyMap<string, string> {
  return new Map(stores.map((store) => [`${store.file}.sql`, recordedText(store)]))
}

export function readRecorded(): ReadonlyMap<string, string> {
  return new Map(readdirSync(FOLDER).map((name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')]))
}

/** Leaves nothing there but these. @returns the folder */
export function writeRecorded(texts: ReadonlyMap<string, string>): string {
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  for (const [name, text] of texts) writeFileSync(new URL(name, FOLDER), text)
  return fileURLToPath(FOLDER)
}
