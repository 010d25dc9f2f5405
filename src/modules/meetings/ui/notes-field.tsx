import { Suspense, lazy, useEffect, useRef, useState } from "react"
import { type CommandName, type InputOf, useCommand } from "../../../shell/api.ts"
import { keepDraft, keptDraft } from "../../../shell/drafts.ts"
import { Waiting } from "../../../shell/fault.tsx"
import type { RichDoc } from "../../../shell/rich-text.tsx"
import { useSession } from "../../../shell/session.tsx"
import { useLater } from "../../../shell/use-later.ts"
import { useWords } from "../../../shell/use-words.ts"

const Editor = lazy(() => import("../../../shell/rich-text-editor.tsx"))

type Text = RichDoc | null

/** Notes of an item, saved as one writes. */
export const NotesField = ({ itemId, notes, label }: { itemId: string; notes: Text; label: string }) => (
  <SavedText
    command="agenda.note"
    draft={`agenda.note.${itemId}`}
    text={notes}
    label={label}
    input={(mine, base) => ({ itemId, notes: mine, base }) as InputOf<"agenda.note">}
  />
)

/**
 * A text that is saved as one writes, and kept on this device until it is. Each saving says what it began from, so that the
 * server joins what two people write at once; what comes back replaces the text when nothing was typed meanwhile.
 */
export const SavedText = <Name extends CommandName>({
  command,
  draft,
  text,
  label,
  input,
}: {
  command: Name
  draft: string
  text: Text
  label: string
  input: (mine: Text, base: Text) => InputOf<Name>
}) => {
  const t = useWords()
  const person = useSession().person?.id ?? ""
  const { send, pending, error } = useCommand(command)
  const [start] = useState(() => startOf(person, draft, text))
  const base = useRef<Text>(start.base)
  const sending = useRef(false)
  const [doc, setDoc] = useState<Text>(start.doc)
  const [tries, setTries] = useState(0)
  const rested = useLater(doc, 900)

  useEffect(() => {
    if (!same(doc, base.current) || same(text, base.current) || sending.current) return
    base.current = text
    setDoc(text)
  }, [text, doc])

  useEffect(() => {
    if (sending.current || same(rested, base.current)) return
    sending.current = true
    const sent = rested
    send(input(sent, base.current))
      .then(() => {
        base.current = sent
        keepDraft(person, draft, {})
      })
      // The draft stays on this device, and is tried again.
      .catch(() => undefined)
      .finally(() => {
        sending.current = false
        setTimeout(() => setTries((count) => count + 1), 3000)
      })
    // oxlint-disable-next-line react/exhaustive-deps -- sends what has rested, and again after a failure
  }, [rested, tries])

  const change = (next: RichDoc) => {
    setDoc(next)
    keepDraft(person, draft, { doc: next, base: base.current })
  }
  const isSaved = same(doc, base.current)
  return (
    <div className="field">
      <b>{label}</b>
      <Suspense fallback={<Waiting />}>
        <Editor label={label} value={doc} onChange={change} />
      </Suspense>
      <output className="soft">
        {isSaved
          ? t("meetings.notes.saved")
          : error && !pending
            ? t("meetings.notes.kept")
            : t("meetings.notes.saving")}
      </output>
    </div>
  )
}

const startOf = (person: string, name: string, text: Text): { doc: Text; base: Text } => {
  const kept = keptDraft(person, name) as { doc?: Text; base?: Text }
  return kept.doc ? { doc: kept.doc, base: kept.base ?? null } : { doc: text, base: text }
}

// The server gives back the keys in an order of its own, and a text with nothing in it as none.
const same = (a: Text, b: Text): boolean => ordered(a) === ordered(b)
const ordered = (value: Text): string => {
  const text = JSON.stringify(value, (_key, inner) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([, of]) => of !== null && of !== undefined)
            .sort(([x], [y]) => (x < y ? -1 : 1)),
        )
      : inner,
  )
  return text === '{"content":[{"type":"paragraph"}],"type":"doc"}' ? "null" : text
}
