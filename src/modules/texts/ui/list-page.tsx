import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { useExports } from "../../../shell/exports.ts"
import { Link, useAddress } from "../../../shell/go.tsx"
import { type Column, type Filter, List } from "../../../shell/list.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Mark } from "../../../shell/sheet.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"
import { kinds } from "./kinds.ts"
import { held, StateMark } from "./state-mark.tsx"

type Line = ReadOf<"texts.list">["rows"][number]

/** The texts of the chosen body: what is being written, what is ready to leave, what became of the others. */
export const ListPage = () => {
  const t = useWords()
  const { body } = useBody()
  const { values } = useAddress()
  const more = body ? { bodyId: body.id } : {}
  const { data } = useRead("texts.list", { ...more, limit: 1 })
  const add = data?.may["texts.begin"] && (
    <Link className="button main" to="/textes/nouveau">
      {t("texts.new")}
    </Link>
  )
  return (
    <Page title={t("texts.place")} lead={body?.name} main={add}>
      <List<Line>
        read="texts.list"
        more={more}
        columns={useColumns()}
        filters={useFilters()}
        to={({ id }) => `/textes/${id}`}
        nameOf={({ title }) => title}
        exports={useExports("texts", more, values)}
        empty={<Empty title={t("texts.empty")}>{t("texts.empty.lead")}</Empty>}
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
      words: t("texts.field.title"),
      sort: "title",
      cell: ({ title, confidential, valid_until }) => (
        <>
          {title} {confidential && <Mark>{t("texts.confidential")}</Mark>}
          {valid_until !== null && valid_until < today() && <Mark kind="wait">{t("texts.outdated")}</Mark>}
        </>
      ),
    },
    { key: "kind", words: t("texts.field.kind.short"), cell: ({ kind }) => t(`texts.kind.${kind}`) },
    { key: "author", words: t("texts.field.author"), cell: ({ author_name }) => author_name ?? "—" },
    {
      key: "state",
      tight: true,
      words: t("texts.field.state"),
      cell: ({ state }) => <StateMark of={state} />,
    },
    {
      key: "due",
      words: t("texts.field.due.short"),
      sort: "due",
      cell: ({ due_on }) => (due_on ? say.dayOnly(due_on) : "—"),
    },
    {
      key: "reference",
      tight: true,
      words: t("texts.field.reference"),
      sort: "reference",
      cell: ({ reference }) => (reference ? <span className="num">{held(reference)}</span> : "—"),
    },
    {
      key: "changed",
      words: t("texts.field.changed"),
      sort: "changed",
      cell: ({ changed_at }) => say.ago(changed_at),
      off: true,
    },
    { key: "item", words: t("texts.field.item"), cell: ({ item_title }) => item_title ?? "—", off: true },
    { key: "matter", words: t("texts.field.matter"), cell: ({ matter_title }) => matter_title ?? "—", off: true },
  ]
}

const useFilters = (): Filter[] => {
  const t = useWords()
  return [
    {
      name: "state",
      words: t("texts.field.state"),
      options: (["writing", "ready", "gone", "dropped"] as const).map((value) => ({
        value,
        words: t(`texts.filter.${value}`),
      })),
    },
    {
      name: "kind",
      words: t("texts.field.kind"),
      options: kinds.map((value) => ({ value, words: t(`texts.kind.${value}`) })),
    },
    {
      name: "mine",
      words: t("texts.filter.mine"),
      options: [{ value: "mine", words: t("texts.filter.mine.only") }],
    },
  ]
}
