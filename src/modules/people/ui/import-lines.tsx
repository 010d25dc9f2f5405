import { useMemo, useState } from "react"
import { plain } from "../../../shell/plain.ts"
import { Mark, Sheet } from "../../../shell/sheet.tsx"
import { useLater } from "../../../shell/use-later.ts"
import { type Translate, useFigures, useWords } from "../../../shell/use-words.ts"
import type { ForeseenLine, Sharing } from "../import/verdicts.ts"
import type { Foreseen } from "./import-file.ts"

/** What each line would do: all of them, a page at a time, by their outcome and by name or number. */
export const ImportLines = ({
  of: { count, lines },
  chosen,
  onChosen,
}: {
  of: Foreseen
  /** The known people to bring up to date, by their line. */
  chosen: ReadonlySet<number>
  onChosen: (lines: ReadonlySet<number>) => void
}) => {
  const t = useWords()
  const { created = 0, known = 0, unchanged = 0, refused = 0 } = count
  const [state, setState] = useState("")
  const [asked, setAsked] = useState("")
  const [page, setPage] = useState(0)
  const q = useLater(asked)
  const found = useMemo(() => fitting(lines, state, q), [lines, state, q])
  const shown = found.slice(page * PAGE, (page + 1) * PAGE)
  const toggle = (line: number) => {
    const next = new Set(chosen)
    if (!next.delete(line)) next.add(line)
    onChosen(next)
  }
  return (
    <Sheet title={t("people.import.lines")} aside={t("people.import.counts", { created, known, unchanged, refused })}>
      <div className="pad stack">
        {known > 0 && (
          <label className="option">
            <input
              type="checkbox"
              checked={chosen.size === known}
              onChange={() => onChosen(new Set(chosen.size === known ? [] : linesOf(lines, "known")))}
            />
            <span>{t("people.import.update_all", { known })}</span>
          </label>
        )}
        <search className="list-tools">
          <span className="list-search">
            <input
              className="input"
              type="search"
              aria-label={t("people.import.search")}
              placeholder={t("people.import.search")}
              value={asked}
              onChange={(event) => {
                setAsked(event.target.value)
                setPage(0)
              }}
            />
          </span>
          <select
            className={state ? "chip on" : "chip"}
            aria-label={t("people.import.what")}
            value={state}
            onChange={(event) => {
              setState(event.target.value)
              setPage(0)
            }}
          >
            <option value="">{t("shell.list.all", { name: t("people.import.what") })}</option>
            {states.map((one) => (
              <option key={one} value={one}>
                {t(`people.import.state.${one}`)}
              </option>
            ))}
            {lines.some(isSharing) && <option value="shared">{t("people.import.shared")}</option>}
          </select>
          <output className="soft">{t("shell.list.total", { count: found.length })}</output>
        </search>
      </div>
      {shown.length === 0 ? (
        <p className="soft nothing pad">{t("shell.list.nothing")}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("people.import.line")}</th>
              <th scope="col">{t("people.name")}</th>
              <th scope="col">{t("people.import.what")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <tr key={line.line}>
                <td className="brief" data-words={t("people.import.line")}>
                  {line.line}
                </td>
                <th scope="row">{line.name}</th>
                <td data-words={t("people.import.what")}>
                  <What of={line} t={t} chosen={chosen.has(line.line)} onToggle={() => toggle(line.line)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {found.length > PAGE && <Pages page={page} count={found.length} onPage={setPage} />}
    </Sheet>
  )
}

const PAGE = 100
const states = ["created", "known", "unchanged", "refused"] as const

/** Whom somebody new shares an address with: a couple, a family, or one person written two ways. */
const sharingWords = ({ count, some }: Sharing, t: Translate) =>
  t("people.import.shares", {
    names: some
      .map(({ name, line }) =>
        t(line === null ? "people.import.shares.here" : "people.import.shares.line", { name, line: line ?? 0 }),
      )
      .join(", "),
    more: count - some.length,
  })

const Pages = ({ page, count, onPage }: { page: number; count: number; onPage: (page: number) => void }) => {
  const t = useWords()
  const say = useFigures()
  const last = Math.ceil(count / PAGE) - 1
  return (
    <nav className="pad bar middle" aria-label={t("people.import.pages")}>
      <button
        type="button"
        className="button"
        aria-disabled={page === 0 || undefined}
        onClick={() => onPage(Math.max(0, page - 1))}
      >
        {t("people.import.before")}
      </button>
      <button
        type="button"
        className="button"
        aria-disabled={page === last || undefined}
        onClick={() => onPage(Math.min(last, page + 1))}
      >
        {t("people.import.after")}
      </button>
      <output className="soft">
        {t("people.import.page", {
          from: say.number(page * PAGE + 1),
          to: say.number(Math.min(count, (page + 1) * PAGE)),
          of: say.number(count),
        })}
      </output>
    </nav>
  )
}

/** The lines of an outcome whose name has every word, accents or not, or whose number it is. */
const fitting = (lines: readonly ForeseenLine[], state: string, q: string): readonly ForeseenLine[] => {
  const words = plain(q).split(/\s+/).filter(Boolean)
  if (!state && words.length === 0) return lines
  return lines.filter((one) => {
    if (state === "shared" ? !isSharing(one) : state && one.state !== state) return false
    const name = plain(one.name)
    return words.every((word) => name.includes(word) || String(one.line) === word)
  })
}

const isSharing = (one: ForeseenLine) => one.state === "created" && one.shares !== null

const linesOf = (lines: readonly ForeseenLine[], state: string) =>
  lines.filter((one) => one.state === state).map(({ line }) => line)

const What = ({
  of,
  t,
  chosen,
  onToggle,
}: {
  of: ForeseenLine
  t: Translate
  chosen: boolean
  onToggle: () => void
}) => {
  if (of.state === "refused")
    return (
      <span>
        <Mark kind="bad">{t("people.import.state.refused")}</Mark> {t(`people.import.reason.${of.reason}`)}
      </span>
    )
  if (of.state === "created")
    return (
      <span>
        <Mark kind="good">{t("people.import.state.created")}</Mark>
        {of.shares && <span className="soft under">{sharingWords(of.shares, t)}</span>}
      </span>
    )
  if (of.state === "unchanged") return <Mark>{t("people.import.state.unchanged")}</Mark>
  const changes = of.changes.map((field) => t.named(`people.import.kind.${field}`)).join(", ")
  return (
    <label className="option">
      <input type="checkbox" checked={chosen} onChange={onToggle} />
      <span>
        {t("people.import.update")}
        <span className="soft under">
          {[changes, of.joins && t("people.import.joins")].filter(Boolean).join(" · ")}
        </span>
      </span>
    </label>
  )
}
