import { useState } from "react"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading, refusalWords } from "../../../shell/fault.tsx"
import { Link, useAddress } from "../../../shell/go.tsx"
import { type Column, List } from "../../../shell/list.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Facts, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Line = ReadOf<"journal.list">["rows"][number]
const kinds = [
  "accounts",
  "agenda",
  "bodies",
  "decisions",
  "exports",
  "mandates",
  "matters",
  "meetings",
  "minutes",
  "people",
  "sendings",
  "tasks",
] as const

// What an address holds may have been typed by hand: only a day is asked of the journal.
const dayOf = (text: string | undefined) => (text && /^(19|20)\d\d-\d\d-\d\d$/.test(text) ? text : undefined)

/** Who did what, when, and the proof that nobody rewrote it. */
export const JournalPage = () => {
  const t = useWords()
  const { values, set } = useAddress()
  const days = { from: dayOf(values["from"]), to: dayOf(values["to"]) }
  return (
    <Page
      title={t("journal.title")}
      crumbs={[{ words: t("secretariat.title"), to: "/secretariat" }]}
      lead={t("journal.lead")}
      acts={(["from", "to"] as const).map((one) => (
        <label key={one} className="bar">
          {t(`journal.${one}`)}
          <input
            className="input date"
            type="date"
            value={days[one] ?? ""}
            onChange={({ target }) => set({ [one]: target.value || undefined })}
          />
        </label>
      ))}
    >
      <List<Line>
        read="journal.list"
        more={{ ...(days.from && { from: days.from }), ...(days.to && { to: days.to }) }}
        columns={useColumns()}
        filters={[
          {
            name: "kind",
            words: t("journal.field.kind"),
            options: kinds.map((value) => ({ value, words: t(`journal.kind.${value}`) })),
          },
        ]}
        nameOf={({ name }) => t.named(`event.${name}`)}
        empty={<Empty title={t("journal.empty")}>{t("journal.empty.lead")}</Empty>}
      />
      <Chain />
    </Page>
  )
}

const useColumns = (): Column<Line>[] => {
  const t = useWords()
  const say = useFigures()
  return [
    { key: "what", words: t("journal.field.what"), cell: ({ name }) => t.named(`event.${name}`) },
    {
      key: "about",
      words: t("journal.field.about"),
      cell: ({ about, to }) => (about && to ? <Link to={to}>{about}</Link> : (about ?? "—")),
    },
    { key: "who", words: t("journal.field.who"), cell: ({ by, via }) => by ?? t(`journal.via.${via}`) },
    { key: "when", words: t("journal.field.when"), cell: ({ at }) => say.ago(at) },
    { key: "body", words: t("journal.field.body"), cell: ({ body_name }) => body_name ?? "—", off: true },
    { key: "position", words: t("journal.field.position"), cell: ({ position }) => position ?? "—", off: true },
  ]
}

/** How far it is sealed, the seal to compare with the one printed on minutes, and a way to check them all. */
const Chain = () => {
  const t = useWords()
  const say = useFigures()
  const [asked, setAsked] = useState(false)
  const verified = useRead("journal.verify", {}, { enabled: asked })
  return (
    <Sheet title={t("journal.chain")} padded>
      <Reading of={useRead("journal.chain", {})}>
        {({ position, hash, waiting, sealed_at }) => (
          <Facts
            of={[
              [t("journal.chain.sealed"), say.number(position)],
              sealed_at !== null && [t("journal.chain.until"), say.ago(sealed_at)],
              waiting > 0 && [t("journal.chain.waiting"), say.number(waiting)],
              hash !== null && [
                t("journal.chain.hash"),
                <code key="hash" className="detail">
                  {hash}
                </code>,
              ],
            ]}
          />
        )}
      </Reading>
      <output>
        {verified.data &&
          (verified.data.brokenAt === null
            ? t("journal.chain.whole", { count: verified.data.events })
            : t("journal.chain.broken", { at: verified.data.brokenAt }))}
        {verified.error && refusalWords(verified.error, t)}
      </output>
      <p>
        <button
          type="button"
          className="button"
          aria-busy={verified.isFetching || undefined}
          onClick={() => (asked ? void verified.refetch() : setAsked(true))}
        >
          {t("journal.chain.verify")}
        </button>
      </p>
    </Sheet>
  )
}
