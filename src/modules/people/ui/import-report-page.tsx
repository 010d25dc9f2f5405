import { Act } from "../../../shell/act.tsx"
import { type May, type ReadOf, useRead } from "../../../shell/api.ts"
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
      {({ at, counts, undone, may }) => (
        <Page
          title={t("people.import.done")}
          lead={t("people.import.report", counts)}
          crumbs={[{ words: t("people.title"), to: "/personnes" }, { words: say.ago(at) }]}
          acts={<Undo importId={importId} may={may} />}
          main={
            <Link className="button main" to="/personnes">
              {t("people.import.back")}
            </Link>
          }
        >
          {undone && (
            <p>
              <output>{t("people.import.undone", { ...undone, ago: say.ago(undone.at) })}</output>
            </p>
          )}
          <List<Line>
            // A list keeps the columns it began with: it begins again once the import is undone.
            key={String(Boolean(undone))}
            read="people.readImport"
            more={{ importId }}
            limit={200}
            nameOf={({ name, line }) => name ?? String(line)}
            columns={[
              {
                key: "name",
                words: t("people.name"),
                cell: ({ name, line, person_id }) =>
                  person_id ? (
                    <Link to={`/personnes/${person_id}`}>{name}</Link>
                  ) : (
                    <span className="soft">{t("people.import.nobody", { line })}</span>
                  ),
              },
              { key: "line", words: t("people.import.line"), cell: ({ line }) => line, tight: true },
              {
                key: "state",
                words: t("people.import.what"),
                cell: ({ state }) => t(`people.import.state.${state}`),
                tight: true,
              },
              {
                key: "reason",
                words: t("people.import.reason"),
                cell: ({ reason }) => reason && t.named(`people.import.reason.${reason}`),
              },
              {
                key: "kept",
                words: t("people.import.kept"),
                cell: ({ kept }) => kept && t.named(`people.import.kept.${kept}`),
                off: !undone?.kept,
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

const Undo = ({ importId, may }: { importId: string; may: May }) => {
  const t = useWords()
  return (
    <Act
      command="people.undoImport"
      input={{ importId }}
      may={may}
      kind="plain"
      confirm={{ title: t("people.import.undo.title"), words: <p>{t("people.import.undo.lead")}</p> }}
    >
      {t("people.import.undo")}
    </Act>
  )
}
