import { keep, kept } from "./store.ts"

/**
 * What was typed and not yet sent, kept on this device under the person's id, so that neither a lost network nor a
 * closed tab loses it, and nobody else who signs in here finds it.
 */
export type Draft = Readonly<Record<string, unknown>>

export const keptDraft = (person: string, key: string): Draft => {
  try {
    return JSON.parse(kept(name(person, key)) ?? "{}") as Draft
  } catch {
    return {}
  }
}

/** Keeps a draft; an empty one is forgotten. */
export const keepDraft = (person: string, key: string, draft: Draft): void => {
  keep(name(person, key), Object.keys(draft).length === 0 ? null : JSON.stringify(draft))
}

const name = (person: string, key: string) => `permanence.draft.${person}.${key}`
