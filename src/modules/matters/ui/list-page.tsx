import type { ReadOf } from "../../../shell/api.ts"
import { useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { Link } from "../../../shell/go.tsx"
import { List } from "../../../shell/list.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Mark } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Line = ReadOf<"matters.list">["rows"][number]

/** The matters of a body. */
export const ListPage = () => {
  const t = useWords()
  const say = useFigures()
  const { body } = useBody()
  const { data } = useRead("matters.list", { ...(body ? { bodyId: body.id } : {}), limit: 1 })
  const open = (
    <Link className="button main" to="/dossiers/nouveau">
      {t("matters.new")}
    </Link>
  )
  return (
    <Page title={t("matters.list.title")} lead={body?.name} {...(data?.may["matters.open"] ? { main: open } : {})}>
      <List<Line>
        read="matters.list"
        {...(body ? { more: { bodyId: body.id } } : {})}
        columns={[
          {
            key: "title",
            words: t("matters.field.title"),
            sort: "title",
            cell: (row) => (
              <>
                {row.title}
                {row.closed_on && (
                  <>
                    {" "}
                    <Mark>{t("matters.closed")}</Mark>
                  </>
                )}
                {row.confidential && (
                  <>
                    {" "}
                    <Mark kind="info">{t("matters.confidential")}</Mark>
                  </>
                )}
              </>
            ),
          },
          { key: "standing", words: t("matters.field.standing"), cell: (row) => row.standing },
          { key: "lead", words: t("matters.field.lead"), cell: (row) => row.lead_name },
          {
            key: "opened",
            words: t("matters.field.opened"),
            sort: "opened",
            cell: (row) => say.day(row.opened_on),
          },
        ]}
        filters={[
          {
            name: "state",
            words: t("matters.filter.state"),
            options: [
              { value: "open", words: t("matters.open_one") },
              { value: "closed", words: t("matters.closed") },
            ],
          },
        ]}
        to={(row) => `/dossiers/${row.id}`}
        nameOf={(row) => row.title}
        empty={<Empty title={t("matters.list.empty")}>{t("matters.list.empty.lead")}</Empty>}
      />
    </Page>
  )
}
