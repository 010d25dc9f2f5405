import type { RichText } from "./rich-text/schema.ts"
import type { Circumstances } from "./rule.ts"

/**
 * What hangs on items of sittings in one module, within what `given.actor` may see there. The sitting knows nothing of it but this:
 * it puts the sources of all modules together, for its book and wherever the item is shown on paper.
 */
export type OnSittingItemSource = (itemIds: readonly string[], given: Circumstances) => Promise<OnSittingItem[]>

/** One text written for an item. Words are in the language of whoever asks. */
export type OnSittingItem = {
  item_id: string
  id: string
  /** "Amendement", "Vœu". */
  kind: string
  number: string | null
  /** "déposé", "en relecture". */
  state: string
  title: string
  author: string | null
  text: RichText | null
  /** What stands under it with a title of its own: its grounds. */
  parts: { heading: string; text: string }[]
  /** Its page. */
  at: string
  /** Whether all who see the sitting may read it: what is confidential, or still being written, stands in no copy that is shared. */
  shared: boolean
}

declare module "./equipment.ts" {
  interface Equipment {
    /** What hangs on items of sittings in each module, gathered at start. */
    onSittingItem: readonly OnSittingItemSource[]
  }
}
