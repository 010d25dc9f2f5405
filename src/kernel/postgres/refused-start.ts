import type { Language } from "../environment.ts"
import { sentences } from "./sentences.ts"

export type Reason = keyof typeof sentences

/** The database cannot be had as things stand; `message` is the French sentence for whoever typed the command. */
export class RefusedStart extends Error {
  override readonly name = "RefusedStart"
  readonly reason: Reason
  readonly #facts: Record<string, unknown>

  constructor(reason: Reason, facts: Record<string, unknown> = {}) {
    super(filled(sentences[reason].fr, facts))
    this.reason = reason
    this.#facts = facts
  }

  in(language: Language) {
    return filled(sentences[this.reason][language], this.#facts)
  }
}

/** Another Permanence has this database. */
export const isHeldElsewhere = (error: unknown): error is RefusedStart =>
  error instanceof RefusedStart && error.reason === "already_running"

const filled = (sentence: string, facts: Record<string, unknown>) =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name]))
