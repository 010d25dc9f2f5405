import { type ReactNode, Suspense, lazy, useCallback, useEffect, useRef, useState } from "react"
import { together } from "../kernel/rich-text/together.ts"
import type { RichText } from "../kernel/rich-text/schema.ts"
import { type CommandName, type InputOf, type ReadName, useCommand } from "./api.ts"
import { keepDraft, keptDraft } from "./drafts.ts"
import { refusalWords, Waiting } from "./fault.tsx"
import { isPassing } from "./request.ts"
import type { Insert, Take } from "./rich-text-editor.tsx"
import type { RichDoc } from "./rich-text.tsx"
import { useSession } from "./session.tsx"
import { useLater } from "./use-later.ts"
import { useWriters } from "./use-writers.ts"
import { useWords } from "./use-words.ts"

const Editor = lazy(() => import("./rich-text-editor.tsx"))

type Text = RichDoc | null

/**
 * A text that is saved as one writes, and kept on this device until it is. Each saving says what it began from, so that the
 * server joins what two people write at once. What another wrote comes in while one writes, joined the same way.
 */
export const SavedText = <Name extends CommandName>({
  command,
  draft,
  text,
  version,
  label,
  input,
  writing,
  below,
  inserts,
}: {
  command: Name
  draft: string
  text: Text
  /** Counted at each saving: an answer that was on its way before one's own saving is known by it. */
  version?: number
  label: string
  input: (mine: Text, base: Text) => InputOf<Name>
  /** The read that says who else writes here. */
  writing?: { read: ReadName; input: Record<string, string> }
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
  const fresh = useRef({ text, version })
  const refused = useRef(false)
  const [tries, setTries] = useState(0)
  const rested = useLater(doc, 900, 3000)
  const take = useRef<Take>(null)
  const onReady = useCallback((how: Take | null) => void (take.current = how), [])
  const strokes = useRef(0)
  const saved = useRef(version ?? 0)
  const writers = useWriters(writing, strokes)

  const put = (next: Text): boolean => {
    if (take.current && !take.current(next)) return false
    typed.current = next
    setDoc(next)
    return true
  }
  const adopt = (newer: Text) => {
    if (put(newer)) base.current = newer
  }
  // What the other wrote and what was not sent yet, in one.
  const join = (newer: Text) => {
    const [theirs, was, mine] = [newer, base.current, typed.current] as (RichText | null)[]
    const both = together(theirs ?? null, was ?? null, mine ?? null).doc as RichDoc
    if (!put(both)) return
    base.current = newer
    keepDraft(person, draft, { doc: both, base: newer })
  }
  useEffect(() => {
    fresh.current = { text, version }
    if (sending.current || same(text, base.current) || (version ?? saved.current) < saved.current) return
    if (same(typed.current, base.current)) adopt(text)
    else if (version !== undefined) join(text)
    // oxlint-disable-next-line react/exhaustive-deps -- when a text comes, and when one here is as it was sent
  }, [text, version, doc])

  useEffect(() => {
    // What has rested may be older than what was read since: sent over that, it would take the other's words away.
    if (sending.current || same(rested, base.current) || !same(rested, typed.current)) return
    sending.current = true
    refused.current = false
    const sent = rested
    const before = fresh.current
    send(input(sent, base.current))
      .then((answer: unknown) => {
        saved.current = (answer as { version?: number } | undefined)?.version ?? saved.current
        base.current = sent
        // The page may have read again before it hears of its own sending: what the other wrote is in there.
        const { text: newer, version: its } = fresh.current
        if (fresh.current !== before && (its ?? saved.current) >= saved.current && same(typed.current, sent))
          adopt(newer)
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

  const write = (next: RichDoc) => {
    strokes.current++
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
        <Editor label={label} value={doc} onChange={write} inserts={inserts} onReady={onReady} />
      </Suspense>
      <output className="soft">
        {isSaved
          ? t("shell.saved.saved")
          : error && !pending
            ? `${t("shell.saved.kept")} · ${refusalWords(error, t)}`
            : t("shell.saved.saving")}
        {writers.length > 0 && ` · ${t("shell.saved.others", { names: writers.join(", "), count: writers.length })}`}
      </output>
      {below?.(doc, write)}
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
