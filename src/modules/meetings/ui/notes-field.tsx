import type { InputOf } from "../../../shell/api.ts"
import type { RichDoc } from "../../../shell/rich-text.tsx"
import { SavedText } from "../../../shell/saved-text.tsx"

/** Notes of an item, saved as one writes. */
export const NotesField = ({ itemId, notes, label }: { itemId: string; notes: RichDoc | null; label: string }) => (
  <SavedText
    command="agenda.note"
    draft={`agenda.note.${itemId}`}
    text={notes}
    label={label}
    input={(mine, base) => ({ itemId, notes: mine, base }) as InputOf<"agenda.note">}
  />
)
