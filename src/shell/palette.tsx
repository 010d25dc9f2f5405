import { useEffect, useRef, useState } from "react"
import { useReadNamed } from "./api.ts"
import { useGo } from "./go.tsx"
import { finds, places } from "./modules.ts"
import { OPEN, paletteIsThere } from "./palette-key.ts"
import { plain } from "./plain.ts"
import { rowsOf } from "./rows-of.ts"
import { useLater } from "./use-later.ts"
import { useListbox } from "./use-listbox.ts"
import { type Translate, useWords } from "./use-words.ts"

/** A row of the read `search.find` ({ q }): what it is, its title, a few more words, and where it is. */
export type Found = { id: string; kind?: string; title: string; detail?: string | null; to: string }

/** Opens the palette, from anywhere. */
export const openPalette = (): void => void window.dispatchEvent(new Event(OPEN))

/** Ctrl-K: finds people, meetings, decisions, pages, and acts ("nouvelle réunion"). */
export const Palette = () => {
  const t = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(false)
  const [first, setFirst] = useState("")
  useEffect(() => {
    const show = (event: Event) => {
      setFirst(event instanceof CustomEvent ? String(event.detail ?? "") : "")
      setOpen(true)
      if (!dialog.current?.open) dialog.current?.showModal()
    }
    window.addEventListener(OPEN, show)
    paletteIsThere(true)
    return () => {
      paletteIsThere(false)
      window.removeEventListener(OPEN, show)
    }
  }, [])
  return (
    <dialog ref={dialog} className="dialog palette" aria-label={t("shell.find")} onClose={() => setOpen(false)}>
      {open && <Finding first={first} onDone={() => dialog.current?.close()} />}
    </dialog>
  )
}

type Choice = { key: string; group: string; words: string; soft?: string | undefined; run: () => void }

const Finding = ({ first, onDone }: { first: string; onDone: () => void }) => {
  const t = useWords()
  const go = useGo()
  const [typed, setTyped] = useState(first)
  const q = useLater(typed.trim())
  const found = useReadNamed("search.find", { q }, { enabled: q.length > 1, keepPrevious: true })
  const acts = ownChoices(typed, t, go)
  const results = q.length > 1 ? rowsOf<Found>(found.data).map((row) => choiceOf(row, t, go)) : []
  const choices = [...results, ...acts]
  const take = (choice: Choice) => {
    onDone()
    choice.run()
  }
  const box = useListbox({ items: choices, open: true, onTake: take, onClose: onDone })
  return (
    <>
      <input
        className="input"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked for this field
        autoFocus
        aria-label={t("shell.find")}
        placeholder={t("shell.palette.placeholder")}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          box.reset()
        }}
        {...box.input}
      />
      <span className="unseen" aria-live="polite">
        {t("shell.pick.found", { count: choices.length })}
      </span>
      <div className="palette-list" {...box.list} aria-label={t("shell.palette.results")}>
        {choices.map((choice, index) => (
          <div key={choice.key} {...box.option(index)}>
            <span>
              {choice.words}
              {choice.soft && <span className="soft under">{choice.soft}</span>}
            </span>
            <span className="soft">{choice.group}</span>
          </div>
        ))}
      </div>
      {choices.length === 0 && <p className="soft">{t("shell.pick.none")}</p>}
      <form method="dialog" className="only-touch">
        <button className="button">{t("shell.close")}</button>
      </form>
    </>
  )
}

const ownChoices = (typed: string, t: Translate, go: (to: string) => void): Choice[] => {
  const wanted = asTyped(typed).split(/\s+/)
  const acts = finds.map(({ words, to, run }) => ({
    key: words,
    group: t("shell.palette.act"),
    words: t(words),
    run: () => (to ? go(to) : run?.()),
  }))
  const pages = places.map(({ path, words }) => ({
    key: path,
    group: t("shell.palette.page"),
    words: t(words),
    run: () => go(path),
  }))
  return [...acts, ...pages].filter(({ words }) => wanted.every((part) => asTyped(words).includes(part))).slice(0, 12)
}

const choiceOf = ({ id, kind, title, detail, to }: Found, t: Translate, go: (to: string) => void): Choice => ({
  key: `${kind}-${id}`,
  group: kind ? t.named(`search.kind.${kind}`) : "",
  words: title,
  soft: detail ?? undefined,
  run: () => go(to),
})

const asTyped = (text: string) => plain(text).replaceAll("’", "'").trim()
