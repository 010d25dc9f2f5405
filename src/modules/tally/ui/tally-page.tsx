import { type ReadOf, useRead } from "../../../shell/api.ts"
import { type Bar, Bars } from "../../../shell/bars.tsx"
import { useBody } from "../../../shell/body.ts"
import { useExports } from "../../../shell/exports.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { Link, useAddress } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import "./tally.css"

type Tally = ReadOf<"tally.read">
type Figure = Tally["figures"][number]

// In the order one is asked about them.
const order: readonly Figure["figure"][] = [
  "text_kind",
  "text_state",
  "text_theme",
  "text_member",
  "awaited",
  "item_vote",
  "item_apart",
  "item_outcome",
  "item_theme",
  "attendance",
  "speaking",
  "promise",
]

/** The mandate in figures: each one opens to its lines. */
export const TallyPage = () => {
  const t = useWords()
  const { body } = useBody()
  const { values } = useAddress()
  const asked = askedOf(values)
  const read = useRead("tally.read", { bodyId: body?.id ?? "", ...asked }, { enabled: Boolean(body) })
  const exports = useExports("tally", { ...asked, bodyId: body?.id })
  if (!body) return <NotFound />
  return (
    <Page
      title={t("tally.title")}
      lead={body.name}
      crumbs={[{ words: t("sittings.place"), to: "/seances" }, { words: t("tally.place") }]}
      acts={
        <>
          <a
            className="button"
            href={`/api/tally/bilan.pdf?${new URLSearchParams({ bodyId: body.id, ...asked })}`}
            target="_blank"
            rel="noreferrer"
          >
            {t("tally.print")}
          </a>
          {exports.map(({ words, href }) => (
            <a key={href} className="button quiet" href={href} download>
              {words}
            </a>
          ))}
        </>
      }
    >
      <Filters bodyId={body.id} />
      <Reading of={read}>
        {({ figures }) =>
          figures.length === 0 ? (
            <Sheet>
              <Empty title={t("tally.none")}>{t("tally.none.lead")}</Empty>
            </Sheet>
          ) : (
            <div className="tally">
              {order
                .filter((name) => figures.some(({ figure }) => figure === name))
                .map((name) => (
                  <Group key={name} name={name} of={figures.filter(({ figure }) => figure === name)} asked={asked} />
                ))}
            </div>
          )
        }
      </Reading>
    </Page>
  )
}

type Asked = Partial<Record<"from" | "to" | "themeId" | "personId", string>>

/** What the address asks for, as the read takes it. */
export const askedOf = (values: Readonly<Record<string, string>>): Asked => ({
  ...(values["du"] && { from: values["du"] }),
  ...(values["au"] && { to: values["au"] }),
  ...(values["theme"] && { themeId: values["theme"] }),
  ...(values["elu"] && { personId: values["elu"] }),
})

const Group = ({ name, of, asked }: { name: Figure["figure"]; of: readonly Figure[]; asked: Asked }) => {
  const t = useWords()
  const say = useFigures()
  const most = Math.max(...of.map(({ count }) => count))
  const address = (key: string | null, words: string) =>
    `/seances/bilan/lignes?${new URLSearchParams({ quoi: name, cle: key ?? "", mots: words, ...inAddress(asked) })}`
  const bars = of.map(({ key, words, count }): Bar => ({
    label: words,
    paid: most === 0 ? 0 : count / most,
    words: (
      <Link to={address(key, words)}>
        {name === "speaking" ? t("tally.minutes", { count }) : say.number(count)}
        <span className="unseen">, {words}</span>
      </Link>
    ),
  }))
  return (
    <Sheet title={t(`tally.figure.${name}`)} padded>
      <Bars of={bars} />
    </Sheet>
  )
}

const inAddress = ({ from, to, themeId, personId }: Asked) => ({
  ...(from && { du: from }),
  ...(to && { au: to }),
  ...(themeId && { theme: themeId }),
  ...(personId && { elu: personId }),
})

const Filters = ({ bodyId }: { bodyId: string }) => {
  const t = useWords()
  const { values, set } = useAddress()
  const themes = useRead("themes.list", { bodyId }).data?.rows ?? []
  const people = useRead("people.pick", { bodyId, q: "" }).data ?? []
  return (
    <div className="tally-filters">
      <label>
        {t("tally.from")}
        <input
          className="input"
          type="date"
          value={values["du"] ?? ""}
          onChange={(event) => set({ du: event.target.value })}
        />
      </label>
      <label>
        {t("tally.to")}
        <input
          className="input"
          type="date"
          value={values["au"] ?? ""}
          onChange={(event) => set({ au: event.target.value })}
        />
      </label>
      <Choice name="theme" label={t("tally.theme")} options={themes} />
      <Choice name="elu" label={t("tally.member")} options={people} />
    </div>
  )
}

const Choice = ({
  name,
  label,
  options,
}: {
  name: string
  label: string
  options: readonly { id: string; name: string }[]
}) => {
  const t = useWords()
  const { values, set } = useAddress()
  if (options.length === 0) return null
  return (
    <label>
      {label}
      <select className="input" value={values[name] ?? ""} onChange={(event) => set({ [name]: event.target.value })}>
        <option value="">{t("tally.all")}</option>
        {options.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </label>
  )
}
