/**
 * What was typed and not yet sent, kept on this device under the person's id, so that neither a lost network nor a
 * closed tab loses it, and nobody else who signs in here finds it.
 */
export type Draft = Readonly<Record<string, unknown>>

export const keptDraft = (person: string, key: string): Draft => {
  try {
    return JSON.parse(localStorage.getItem(name(person, key)) ?? "{}") as Draft
  } catch {
    return {}
  }
}

/** Keeps a draft; an empty one is forgotten. A full or forbidden store loses the safety net, not the page. */
export const keepDraft = (person: string, key: string, draft: Draft): void => {
  try {
    if (Object.keys(draft).length === 0) localStorage.removeItem(name(person, key))
    else localStorage.setItem(name(person, key), JSON.stringify(draft))
  } catch {
    // QuotaExceededError: 5 MB of drafts. The text is still on the page.
  }
}

const name = (person: string, key: string) => `permanence.draft.${person}.${key}`
