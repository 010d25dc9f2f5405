import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { Link } from "../../../shell/go.tsx"
import { List } from "../../../shell/list.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Mark } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Line = ReadOf<"sittings.list">["rows"][number]

/** The sittings a body prepares: those that come, and those that were. */
export const ListPage = () => {
  const t = useWords()
  const say = useFigures()
  const { body } = useBody()
  const { data } = useRead("sittings.list", { ...(body ? { bodyId: body.id } : {}), limit: 1 })
  const add = data?.may["sittings.record"] && (
    <Link className="button main" to="/seances/nouvelle">
      {t("sittings.new")}
    </Link>
  )
  return (
    <Page title={t("sittings.place")} lead={body?.name} main={add}>
      <List<Line>
        read="sittings.list"
        {...(body ? { more: { bodyId: body.id } } : {})}
        columns={[
          {
            key: "title",
            words: t("sittings.field.title"),
            cell: (row) => row.title,
          },
          { key: "assembly", words: t("sittings.field.assembly"), cell: (row) => row.assembly },
          { key: "starts", words: t("sittings.field.starts"), cell: (row) => say.dayAndHour(row.starts) },
          {
            key: "items",
            words: t("sittings.field.items"),
            tight: true,
            cell: (row) => row.items > 0 && say.number(row.items),
          },
          { key: "todo", words: t("sittings.field.todo"), cell: (row) => <Todo of={row} /> },
        ]}
        filters={[
          {
            name: "when",
            words: t("sittings.filter.when"),
            none: t("sittings.when.coming"),
            options: [{ value: "past", words: t("sittings.when.past") }],
          },
        ]}
        to={({ id }) => `/seances/${id}`}
        nameOf={({ title }) => title}
        empty={<Empty title={t("sittings.empty")}>{t("sittings.empty.lead")}</Empty>}
      />
    </Page>
  )
}

const Todo = ({ of: { items, unread, undecided, ended_at } }: { of: Line }) => {
  const t = useWords()
  if (items === 0 || ended_at) return null
  if (unread > 0) return <Mark kind="wait">{t("sittings.unread", { count: unread })}</Mark>
  if (undecided > 0) return <Mark kind="wait">{t("sittings.undecided", { count: undecided })}</Mark>
  return <Mark kind="good">{t("sittings.ready")}</Mark>
}
