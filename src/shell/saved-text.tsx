import { type ReactNode, Suspense, lazy, useEffect, useRef, useState } from "react"
import { type CommandName, type InputOf, useCommand } from "./api.ts"
import { keepDraft, keptDraft } from "./drafts.ts"
import { refusalWords, Waiting } from "./fault.tsx"
import { isPassing } from "./request.ts"
import type { Insert } from "./rich-text-editor.tsx"
import type { RichDoc } from "./rich-text.tsx"
import { useSession } from "./session.tsx"
import { useLater } from "./use-later.ts"
import { useWords } from "./use-words.ts"

const Editor = lazy(() => import("./rich-text-editor.tsx"))

type Text = RichDoc | null

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
  below,
  inserts,
}: {
  command: Name
  draft: string
  text: Text
  label: string
  input: (mine: Text, base: Text) => InputOf<Name>
  /** Under the text: what is counted of it as it stands, what changes it as a whole. */
  below?: (doc: Text, change: (doc: RichDoc) => void) => ReactNode
  inserts?: readonly Insert[]
}) => {
  const t = useWords()
  const person = useSession().person?.id ?? ""
  const { send, pending, error } = useCommand(command)
  const [start] = useState(() => startOf(person, draft, text))
  const base = useRef<Text>(start.base)
  const sending = useRef(false)
  const [doc, setDoc] = useState<Text>(start.doc)
  const typed = useRef<Text>(start.doc)
  const fresh = useRef<Text>(text)
  const refused = useRef(false)
  const [tries, setTries] = useState(0)
  const rested = useLater(doc, 900)

  const adopt = (newer: Text) => {
    base.current = newer
    typed.current = newer
    setDoc(newer)
  }
  useEffect(() => {
    fresh.current = text
    if (same(doc, base.current) && !same(text, base.current) && !sending.current) adopt(text)
  }, [text, doc])

  useEffect(() => {
    // What has rested may be older than what was read since: sent over that, it would take the other's words away.
    if (sending.current || same(rested, base.current) || !same(rested, typed.current)) return
    sending.current = true
    refused.current = false
    const sent = rested
    const before = fresh.current
    send(input(sent, base.current))
      .then(() => {
        base.current = sent
        // The page may have read again before it hears of its own sending: what the other wrote is in there.
        if (fresh.current !== before && same(typed.current, sent)) adopt(fresh.current)
        // What was typed while this was on its way is not sent yet: closing the page now must not lose it.
        keepDraft(person, draft, same(typed.current, base.current) ? {} : { doc: typed.current, base: sent })
      })
      // The draft stays on this device. A lost network is tried again; a refusal waits for another word.
      .catch((reason: unknown) => {
        refused.current = !isPassing(reason)
      })
      .finally(() => {
        sending.current = false
        if (refused.current) return
        setTimeout(() => setTries((count) => count + 1), 3000)
      })
    // oxlint-disable-next-line react/exhaustive-deps -- sends what has rested, and again after a failure
  }, [rested, tries])

  const change = (next: RichDoc) => {
    typed.current = next
    setDoc(next)
    keepDraft(person, draft, { doc: next, base: base.current })
  }
  const isSaved = same(doc, base.current)
  return (
    <div className="field">
      {/* From item to item by their titles, as in the minutes themselves. */}
      <h3>{label}</h3>
      <Suspense fallback={<Waiting />}>
        <Editor label={label} value={doc} onChange={change} inserts={inserts} />
      </Suspense>
      <output className="soft">
        {isSaved
          ? t("shell.saved.saved")
          : error && !pending
            ? `${t("shell.saved.kept")} · ${refusalWords(error, t)}`
            : t("shell.saved.saving")}
      </output>
      {below?.(doc, change)}
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
