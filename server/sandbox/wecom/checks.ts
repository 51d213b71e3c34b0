import { isObject, type Json } from './answer'
import { Refusal } from './errors'

export interface TextRule {
  readonly required?: boolean
  /** A recommendation for display: refused in strict mode alone. */
  readonly characters?: number
  /** A hard limit, in UTF-8. */
  readonly bytes?: number
  readonly errcode?: number
}

export interface ListRule {
  readonly least?: number
  readonly most: number
  readonly errcode?: number
}

/** Reads members of a message; every reader refuses with the given errcode, else 40058, and names the member. */
export interface Checks {
  readonly strict: boolean
  text(object: Json, member: string, rule?: TextRule): string | undefined
  choice(object: Json, member: string, values: readonly number[], errcode?: number): number | undefined
  /** An object, absent when it need not be there. */
  part(object: Json, member: string): Json | undefined
  list(object: Json, member: string, rule: ListRule): readonly Json[]
  /** Refuses, in strict mode, what the object may not have. */
  only(object: Json, where: string, members: readonly string[]): void
}

export function createChecks(strict: boolean): Checks {
  return {
    strict,

    text(object, member, { required = false, characters = Infinity, bytes = Infinity, errcode = 40058 } = {}) {
      const value = object[member]
      if (value === undefined || value === null || value === '') {
        if (required) throw new Refusal(errcode, `${member} is missing`)
        return undefined
      }
      if (typeof value !== 'string') throw new Refusal(errcode, `${member} must be text`)
      if (Buffer.byteLength(value, 'utf8') > bytes) throw new Refusal(errcode, `${member}: more than ${bytes} bytes`)
      if (strict && [...value].length > characters) {
        throw new Refusal(errcode, `${member}: more than ${characters} characters`)
      }
      return value
    },

    choice(object, member, values, errcode = 40058) {
      const value = object[member]
      if (value === undefined) return undefined
      if (typeof value !== 'number' || !values.includes(value)) {
        throw new Refusal(errcode, `${member} must be one of ${values.join()}`)
      }
      return value
    },

    part(object, member) {
      const value = object[member]
      if (value === undefined || value === null) return undefined
      if (!isObject(value)) throw new Refusal(40058, `${member} must be an object`)
      return value
    },

    list(object, member, { least = 0, most, errcode = 40058 }) {
      const value = object[member] ?? []
      if (!Array.isArray(value) || !value.every(isObject)) throw new Refusal(errcode, `${member} must be a list`)
      if (value.length < least || value.length > most) {
        throw new Refusal(errcode, `${member}: ${least} to ${most}, not ${value.length}`)
      }
      return value
    },

    only(object, where, members) {
      const unknown = strict ? Object.keys(object).find((member) => !members.includes(member)) : undefined
      if (unknown !== undefined) throw new Refusal(40058, `${where} has no ${unknown}`)
    },
  }
}

/** @throws Refusal when two are the same */
export function requireUnique(values: readonly string[], what: string, errcode = 40058): void {
  if (new Set(values).size < values.length) throw new Refusal(errcode, `${what} must be unique`)
}

/** @throws Refusal unless it is an address with scheme */
export function requireUrl(url: string | undefined, what: string, errcode = 40058): void {
  if (url !== undefined && !/^https?:\/\/\S+$/.test(url)) throw new Refusal(errcode, `${what} needs a scheme`)
}
