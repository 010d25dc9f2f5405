import type { ReadOf } from "../../../shell/api.ts"
import { useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { useExports } from "../../../shell/exports.ts"
import { Link, useAddress } from "../../../shell/go.tsx"
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
  const { values } = useAddress()
  const { data } = useRead("matters.list", { ...(body ? { bodyId: body.id } : {}), limit: 1 })
  const themes = useRead("themes.list", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) }).data?.rows ?? []
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
                {row.is_late && (
                  <>
                    {" "}
                    <Mark kind="wait">{t("matters.late")}</Mark>
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
          {
            key: "state",
            words: t("matters.field.state"),
            tight: true,
            cell: (row) => t(`matters.state.${row.closed_on ? "closed" : row.state}`),
          },
          { key: "theme", words: t("matters.field.theme"), cell: (row) => row.theme },
          {
            key: "standing",
            words: t("matters.field.standing"),
            sort: "standing",
            cell: (row) => (
              <>
                {row.standing}
                {row.standing && row.standing_on && <span className="soft under">{say.longAgo(row.standing_on)}</span>}
              </>
            ),
          },
          {
            key: "next",
            words: t("matters.field.next"),
            sort: "next",
            cell: (row) => (
              <>
                {row.next_step}
                {row.next_on && <span className="soft under">{say.dayOfYear(row.next_on)}</span>}
              </>
            ),
          },
          { key: "lead", words: t("matters.field.lead"), cell: (row) => row.lead_name },
          { key: "staff", words: t("matters.field.staff"), off: true, cell: (row) => row.staff_name },
          { key: "place", words: t("matters.field.territory"), off: true, cell: (row) => row.place },
          {
            key: "opened",
            words: t("matters.field.opened"),
            sort: "opened",
            off: true,
            cell: (row) => say.day(row.opened_on),
          },
        ]}
        filters={[
          {
            name: "state",
            words: t("matters.field.state"),
            options: [
              { value: "open", words: t("matters.states.open") },
              ...(["watching", "active", "waiting", "closed"] as const).map((value) => ({
                value,
                words: t(`matters.state.${value}`),
              })),
            ],
          },
          ...(themes.length
            ? [
                {
                  name: "themeId",
                  words: t("matters.field.theme"),
                  options: themes.map(({ id, path }) => ({ value: id, words: path })),
                },
              ]
            : []),
          {
            name: "view",
            words: t("matters.filter.view"),
            options: (["mine", "unled", "late"] as const).map((value) => ({
              value,
              words: t(`matters.view.${value}`),
            })),
          },
        ]}
        exports={useExports("matters", body ? { bodyId: body.id } : {}, values)}
        to={(row) => `/dossiers/${row.id}`}
        nameOf={(row) => row.title}
        empty={<Empty title={t("matters.list.empty")}>{t("matters.list.empty.lead")}</Empty>}
      />
    </Page>
  )
}
