import { type ReadOf, useRead } from "../../../shell/api.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { CheckField } from "../../../shell/fields.tsx"
import { FileField } from "../../../shell/file-field.tsx"
import { Form, useField, useFormValues } from "../../../shell/form.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { ColumnsField } from "./columns-field.tsx"

type Foreseen = ReadOf<"assemblies.foreseeMembers">

/** A list of councillors out of a file: what each column holds, what each line would do, and then only it is written. */
export const MembersImportPage = () => {
  const t = useWords()
  const go = useGo()
  return (
    <Reading of={useRead("assemblies.read", { assemblyId: useParam("assemblyId") })}>
      {({ assembly, may }) => {
        const back = `/seances/assemblees/${assembly.id}`
        return may["assemblies.change"] ? (
          <Page
            title={t("sittings.members.import")}
            lead={t("sittings.members.import.lead")}
            crumbs={[
              { words: t("sittings.place"), to: "/seances" },
              { words: assembly.name, to: back },
              { words: t("sittings.members.import") },
            ]}
          >
            <Sheet padded>
              <Form
                command="assemblies.importMembers"
                draft={false}
                input={(values) => ({
                  assemblyId: assembly.id,
                  fileId: values["file"]?.fileId ?? "",
                  ...(values["columns"] ? { columns: values["columns"] } : {}),
                  complete: Boolean(values["complete"]),
                })}
                send={t("sittings.members.import.do")}
                onDone={({ created, changed, left }) => {
                  tell({ words: t("sittings.members.imported", { created, changed, left }) })
                  go(back)
                }}
              >
                <FileField
                  name="file"
                  label={t("sittings.members.file")}
                  hint={t("sittings.members.file.hint")}
                  accept=".csv,.tsv,.xlsx,.ods"
                  bodyId={assembly.body_id}
                  required
                />
                <Preview assemblyId={assembly.id} />
              </Form>
            </Sheet>
          </Page>
        ) : (
          <NotFound />
        )
      }}
    </Reading>
  )
}

const Preview = ({ assemblyId }: { assemblyId: string }) => {
  const t = useWords()
  const values = useFormValues()
  const { set } = useField("columns")
  const fileId: string | undefined = values["file"]?.fileId
  const columns: Foreseen["columns"] | undefined = values["columns"]
  const foreseen = useRead(
    "assemblies.foreseeMembers",
    { assemblyId, fileId: fileId ?? "", ...(columns ? { columns } : {}) },
    { enabled: fileId !== undefined },
  )
  if (!fileId) return null
  return (
    <Reading of={foreseen}>
      {(of) => (
        <>
          <ColumnsField of={of} kinds={kinds} words={(kind) => t(`sittings.column.${kind}`)} onColumns={set} />
          <Lines of={of} />
        </>
      )}
    </Reading>
  )
}

const Lines = ({ of: { lines, newGroups, gone } }: { of: Foreseen }) => {
  const t = useWords()
  return (
    <>
      {newGroups.length > 0 && (
        <p>
          {t("sittings.members.new_groups", {
            count: newGroups.length,
            names: newGroups
              .map(({ name, short, isOurs }) =>
                [name, name !== short && `(${short})`, isOurs && `(${t("sittings.group.ours")})`]
                  .filter(Boolean)
                  .join(" "),
              )
              .join(", "),
          })}
        </p>
      )}
      <Rows>
        {lines.map(({ line, state, name, reason, group, ours }) => (
          <Row
            key={line}
            n={String(line)}
            soft={
              [group, reason && t(`sittings.members.reason.${reason}`), ours && t("sittings.members.ours")]
                .filter(Boolean)
                .join(" · ") || undefined
            }
            end={<Mark kind={marks[state]}>{t(`sittings.members.state.${state}`)}</Mark>}
          >
            {name ?? t("sittings.members.no_name")}
          </Row>
        ))}
      </Rows>
      {gone.length > 0 && (
        <>
          <p>{t("sittings.members.gone", { count: gone.length, names: gone.map(({ name }) => name).join(", ") })}</p>
          <CheckField
            name="complete"
            label={t("sittings.members.complete")}
            hint={t("sittings.members.complete.hint")}
          />
        </>
      )}
    </>
  )
}

const marks = { new: "good", changed: "info", same: "info", refused: "bad" } as const

const kinds = ["family_name", "given_name", "name", "group", "short", "side", "role", "seat", "since", "until"] as const
