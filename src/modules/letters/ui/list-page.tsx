import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { useExports } from "../../../shell/exports.ts"
import { Link, useAddress } from "../../../shell/go.tsx"
import { type Column, type Filter, List } from "../../../shell/list.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Mark } from "../../../shell/sheet.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"

type Line = ReadOf<"letters.list">["rows"][number]

/** The register of letters of the chosen body: what came, what left, what is awaited. */
export const ListPage = () => {
  const t = useWords()
  const { body } = useBody()
  const { values } = useAddress()
  const more = body ? { bodyId: body.id } : {}
  const { data } = useRead("letters.list", { ...more, limit: 1 })
  return (
    <Page
      title={t("letters.place")}
      lead={body?.name}
      main={
        data?.may["letters.begin"] && (
          <Link className="button main" to="/courrier/nouveau">
            {t("letters.new")}
          </Link>
        )
      }
      acts={
        data?.may["incoming.register"] && (
          <>
            <Link className="button" to="/courrier/arrivees/nouvelle">
              {t("incoming.new")}
            </Link>
            <Link className="button quiet" to="/courrier/a-imprimer">
              {t("letters.to_print")}
            </Link>
          </>
        )
      }
    >
      <List<Line>
        read="letters.list"
        more={more}
        columns={useColumns()}
        filters={useFilters()}
        to={({ id, way }) => (way === "in" ? `/courrier/arrivees/${id}` : `/textes/${id}`)}
        nameOf={({ title }) => title}
        exports={useExports("letters", more, values)}
        empty={<Empty title={t("letters.empty")}>{t("letters.empty.lead")}</Empty>}
      />
    </Page>
  )
}

const useColumns = (): Column<Line>[] => {
  const t = useWords()
  const say = useFigures()
  return [
    {
      key: "title",
      words: t("letters.field.subject"),
      cell: ({ title, reference, confidential }) => (
        <>
          {title} {confidential && <Mark>{t("texts.confidential")}</Mark>}
          {reference && <span className="under soft num">{reference}</span>}
        </>
      ),
    },
    {
      key: "other",
      words: t("letters.other"),
      cell: ({ way, other }) => t(`letters.other.${way}`, { who: other ?? "—" }),
    },
    {
      key: "state",
      tight: true,
      words: t("texts.field.state"),
      cell: (line) => <State of={line} />,
    },
    {
      key: "day",
      tight: true,
      words: t("letters.day"),
      sort: "day",
      cell: ({ on_day }) => (on_day ? say.dayOnly(on_day) : "—"),
    },
    {
      key: "due",
      tight: true,
      words: t("letters.due"),
      cell: ({ answer_due, answered_on }) => (answer_due && !answered_on ? say.dayOnly(answer_due) : "—"),
    },
    { key: "who", words: t("letters.who"), cell: ({ who }) => who ?? "—", off: true },
  ]
}

const State = ({ of: { way, state, answer_due, answered_on } }: { of: Line }) => {
  const t = useWords()
  const isLate = answer_due !== null && !answered_on && answer_due < today()
  if (way === "in")
    return state === "settled" ? (
      <Mark kind="good">{t("incoming.state.settled")}</Mark>
    ) : (
      <Mark kind={isLate ? "bad" : "wait"}>{t(isLate ? "incoming.state.late" : "incoming.state.open")}</Mark>
    )
  if (state === "sent" && answer_due && !answered_on)
    return <Mark kind={isLate ? "bad" : "wait"}>{t(isLate ? "letters.state.late" : "letters.state.waiting")}</Mark>
  return (
    <Mark {...(state === "sent" || state === "answered" ? { kind: "good" } : {})}>
      {t.named(`texts.state.${state}`)}
    </Mark>
  )
}

const useFilters = (): Filter[] => {
  const t = useWords()
  return [
    {
      name: "way",
      words: t("letters.way"),
      options: (["in", "out"] as const).map((value) => ({ value, words: t(`letters.way.${value}`) })),
    },
    {
      name: "state",
      words: t("texts.field.state"),
      options: (["open", "waiting", "late", "done"] as const).map((value) => ({
        value,
        words: t(`letters.filter.${value}`),
      })),
    },
    {
      name: "mine",
      words: t("letters.filter.mine"),
      options: [{ value: "mine", words: t("letters.filter.mine.only") }],
    },
  ]
}
