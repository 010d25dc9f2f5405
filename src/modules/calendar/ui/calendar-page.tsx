import { useEffect } from "react"
import { useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Link, useAddress } from "../../../shell/go.tsx"
import { letterKeysAct } from "../../../shell/letter-keys.ts"
import { Page } from "../../../shell/page.tsx"
import { useSession } from "../../../shell/session.tsx"
import { Empty, Sheet } from "../../../shell/sheet.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"
import { CalendarTable } from "./calendar-table.tsx"
import { type Span, moved, spanOf } from "./span.ts"

/** The calendar of a month or a week, of all one's bodies or one of them. On a phone it is a list of days. */
export const CalendarPage = () => {
  const t = useWords()
  const say = useFigures()
  const { values, set } = useAddress()
  const span = spanOf(values["vue"] === "semaine" ? "week" : "month", dayIn(values["jour"]) ?? today())
  const only = values["de"]
  const read = useRead(
    "calendar.between",
    { from: span.from, to: span.to, ...(only ? { bodyId: only } : {}) },
    { keepPrevious: true },
  )
  useKeys({
    ArrowLeft: () => set({ jour: moved(span, -1) }),
    ArrowRight: () => set({ jour: moved(span, 1) }),
    t: () => set({ jour: undefined }),
    m: () => set({ vue: undefined }),
    s: () => set({ vue: "semaine" }),
  })
  const title =
    span.kind === "month" ? say.month(span.around) : t("calendar.week.of", { days: say.days(span.from, span.to) })
  return (
    <Page title={capital(title)} crumbs={[{ words: t("calendar.title") }]} acts={<Acts of={span} />}>
      <Reading of={read}>
        {({ entries }) =>
          entries.length === 0 ? (
            <>
              <CalendarTable of={span} entries={entries} />
              <Sheet>
                <Empty title={t("calendar.none")}>{t("calendar.none.lead")}</Empty>
              </Sheet>
            </>
          ) : (
            <CalendarTable of={span} entries={entries} />
          )
        }
      </Reading>
      <p>
        <Link to="/agenda/abonnements">{t("calendar.subscribe")}</Link>
      </p>
      <p className="soft only-keys">{t("calendar.keys")}</p>
    </Page>
  )
}

const Acts = ({ of: span }: { of: Span }) => {
  const t = useWords()
  const { values, set } = useAddress()
  const bodies = useSession().bodies ?? []
  const chip = (isOn: boolean, words: string, onClick: () => void) => (
    <button key={words} type="button" className={isOn ? "chip on" : "chip"} aria-pressed={isOn} onClick={onClick}>
      {words}
    </button>
  )
  return (
    <>
      <span className="bar">
        <button
          type="button"
          className="button"
          aria-label={t("calendar.previous")}
          onClick={() => set({ jour: moved(span, -1) })}
        >
          ←
        </button>
        <button type="button" className="button" onClick={() => set({ jour: undefined })}>
          {t("calendar.today")}
        </button>
        <button
          type="button"
          className="button"
          aria-label={t("calendar.next")}
          onClick={() => set({ jour: moved(span, 1) })}
        >
          →
        </button>
      </span>
      <span className="bar">
        {chip(span.kind === "month", t("calendar.month"), () => set({ vue: undefined }))}
        {chip(span.kind === "week", t("calendar.week"), () => set({ vue: "semaine" }))}
      </span>
      {bodies.length > 1 && (
        <select
          className="input fit"
          aria-label={t("calendar.of")}
          value={values["de"] ?? ""}
          onChange={({ target }) => set({ de: target.value || undefined })}
        >
          <option value="">{t("calendar.all")}</option>
          {bodies.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </>
  )
}

/** Single keys, unless something is being written or a modifier is held. */
const useKeys = (keys: Readonly<Record<string, () => void>>) => {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!letterKeysAct() || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      if (event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable], dialog"))
        return
      keys[event.key]?.()
    }
    window.addEventListener("keydown", press)
    return () => window.removeEventListener("keydown", press)
  })
}

const dayIn = (text: string | undefined) => (text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined)
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
