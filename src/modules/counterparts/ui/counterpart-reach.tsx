import type { ReadOf } from "../../../shell/api.ts"
import { Link } from "../../../shell/go.tsx"
import { Facts } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Answer = ReadOf<"counterparts.read">

/** How to reach them, what they deal with, in whose file they stand. */
export const Reach = ({ of: { counterpart: c, stale_months } }: { of: Answer }) => {
  const t = useWords()
  const say = useFigures()
  const address = [
    c.street,
    [c.postcode, c.town].filter(Boolean).join(" "),
    c.country && say.country(c.country),
  ].filter(Boolean)
  const none = <span className="soft">{t("counterparts.none")}</span>
  return (
    <Facts
      of={[
        [t("counterparts.field.email"), c.email ? <a href={`mailto:${c.email}`}>{c.email}</a> : none],
        [
          t("counterparts.field.phone"),
          c.phone ? <a href={`tel:${c.phone.replaceAll(/[^+\d]/g, "")}`}>{c.phone}</a> : none,
        ],
        c.website !== null && [
          t("counterparts.field.website"),
          <a key="site" href={c.website} target="_blank" rel="noreferrer">
            {c.website.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "")}
          </a>,
        ],
        address.length > 0 && [t("counterparts.field.address"), address.map((part) => <div key={part}>{part}</div>)],
        c.territory !== null && [
          t("counterparts.field.territory"),
          [c.territory, c.territory_code && `(${c.territory_code.split("/").at(-1)})`].filter(Boolean).join(" "),
        ],
        c.themes.length > 0 && [
          t("counterparts.field.themes"),
          c.themes.map((theme) => (
            <Link key={theme} className="mark" to={`/interlocuteurs?theme=${encodeURIComponent(theme)}`}>
              {theme}
            </Link>
          )),
        ],
        Boolean(c.note) && [
          t("counterparts.field.note"),
          <span key="note" className="lines">
            {c.note}
          </span>,
        ],
        [t("counterparts.field.last"), c.last_on ? say.day(c.last_on) : t("counterparts.never")],
        [
          t("counterparts.field.checked"),
          <>
            {say.day(c.checked_on)}
            <div className="soft">{t("counterparts.stale.rule", { months: stale_months })}</div>
          </>,
        ],
        [t("counterparts.field.file"), t(`counterparts.file.${c.means}`, { body: c.body_name })],
      ]}
    />
  )
}
