import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import { List } from "../../../shell/list.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Line = ReadOf<"people.readImport">["rows"][number]

/** What became of each line of a file. */
export const ImportReportPage = () => {
  const t = useWords()
  const say = useFigures()
  const importId = useParam("importId")
  return (
    <Reading of={useRead("people.readImport", { importId, limit: 1 })}>
      {({ at, counts }) => (
        <Page
          title={t("people.import.done")}
          lead={t("people.import.report", counts)}
          crumbs={[{ words: t("people.title"), to: "/personnes" }, { words: say.ago(at) }]}
          main={
            <Link className="button main" to="/personnes">
              {t("people.import.back")}
            </Link>
          }
        >
          <List<Line>
            read="people.readImport"
            more={{ importId }}
            nameOf={({ name, line }) => name ?? String(line)}
            columns={[
              { key: "line", words: t("people.import.line"), cell: ({ line }) => line },
              {
                key: "name",
                words: t("people.name"),
                cell: ({ name, person_id }) => (person_id ? <Link to={`/personnes/${person_id}`}>{name}</Link> : "—"),
              },
              { key: "state", words: t("people.import.what"), cell: ({ state }) => t(`people.import.state.${state}`) },
              {
                key: "reason",
                words: t("people.import.reason"),
                cell: ({ reason }) => reason && t.named(`people.import.reason.${reason}`),
              },
            ]}
            filters={[
              {
                name: "state",
                words: t("people.import.what"),
                options: (["created", "updated", "unchanged", "known", "refused"] as const).map((value) => ({
                  value,
                  words: t(`people.import.state.${value}`),
                })),
              },
            ]}
            empty={<Empty title={t("people.empty")} />}
          />
        </Page>
      )}
    </Reading>
  )
}
