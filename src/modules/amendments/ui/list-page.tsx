import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { Link } from "../../../shell/go.tsx"
import { List } from "../../../shell/list.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Mark } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Line = ReadOf<"bases.list">["rows"][number]

/** The texts of the assembly that are amended. */
export const ListPage = () => {
  const t = useWords()
  const say = useFigures()
  const { body } = useBody()
  const more = body ? { bodyId: body.id } : {}
  const { data } = useRead("bases.list", { ...more, limit: 1 })
  const add = data?.may["bases.bring"] && (
    <Link className="button main" to="/amendements/nouveau">
      {t("amendments.bring")}
    </Link>
  )
  return (
    <Page title={t("amendments.place")} lead={body?.name} main={add}>
      <List<Line>
        read="bases.list"
        more={more}
        columns={[
          {
            key: "title",
            words: t("amendments.field.title"),
            cell: ({ title, version }) => (
              <>
                {title} {version === 0 && <Mark kind="wait">{t("amendments.base.to_read")}</Mark>}
              </>
            ),
          },
          { key: "reference", words: t("amendments.field.reference"), cell: ({ reference }) => reference ?? "—" },
          { key: "sitting", words: t("amendments.field.sitting"), cell: ({ sitting_title }) => sitting_title ?? "—" },
          {
            key: "amendments",
            words: t("amendments.field.count"),
            cell: (row) =>
              row.amendments > 0 ? t("amendments.count", { count: row.amendments, ours: row.ours }) : "—",
          },
          {
            key: "todo",
            words: t("amendments.field.todo"),
            cell: ({ snagged }) =>
              snagged > 0 && <Mark kind="wait">{t("amendments.snagged", { count: snagged })}</Mark>,
          },
          {
            key: "brought",
            words: t("amendments.field.brought"),
            cell: ({ brought_at }) => say.ago(brought_at),
            off: true,
          },
        ]}
        filters={[]}
        to={({ id }) => `/amendements/${id}`}
        nameOf={({ title }) => title}
        empty={<Empty title={t("amendments.empty")}>{t("amendments.empty.lead")}</Empty>}
      />
    </Page>
  )
}
