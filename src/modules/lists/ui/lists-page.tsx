import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { Link } from "../../../shell/go.tsx"
import { List } from "../../../shell/list.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Mark } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Line = ReadOf<"lists.list">["rows"][number]

/** The lists of people made for one thing, and whom they are lent to. */
export const ListsPage = () => {
  const t = useWords()
  const say = useFigures()
  const { body } = useBody()
  const of = body ? { bodyId: body.id } : {}
  const { data } = useRead("lists.list", { ...of, limit: 1 })
  const add = data?.may["lists.make"] && (
    <Link className="button main" to="/listes/nouvelle">
      {t("lists.new")}
    </Link>
  )
  return (
    <Page title={t("lists.title")} lead={body?.name} main={add}>
      <List<Line>
        read="lists.list"
        more={of}
        columns={[
          { key: "name", words: t("lists.field.name"), cell: ({ name }) => name },
          { key: "lent", words: t("lists.lent_to"), cell: ({ lent_to }) => lent_to.join(", ") },
          { key: "ends", words: t("lists.field.ends"), cell: ({ ends_on }) => say.day(ends_on) },
          {
            key: "left",
            words: t("lists.progress"),
            cell: ({ people, left }) =>
              left === 0 ? (
                <Mark kind="good">{t("lists.all_done")}</Mark>
              ) : (
                t("lists.done", { done: people - left, people })
              ),
          },
        ]}
        filters={[
          {
            name: "when",
            words: t("lists.filter.when"),
            none: t("lists.when.open"),
            options: [{ value: "over", words: t("lists.when.over") }],
          },
        ]}
        to={({ id }) => `/listes/${id}`}
        nameOf={({ name }) => name}
        empty={<Empty title={t("lists.empty")}>{t("lists.empty.lead")}</Empty>}
      />
    </Page>
  )
}
