import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { CheckField } from "../../../shell/fields.tsx"
import { FileField } from "../../../shell/file-field.tsx"
import { Form, useFormValues } from "../../../shell/form.tsx"
import { Mark, Row, Rows } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Foreseen = ReadOf<"sittings.foreseeAgenda">

/** Their agenda: what it adds and changes is shown first, and taken by the button below. */
export const AgendaForm = ({
  sittingId,
  bodyId,
  hasItems,
}: {
  sittingId: string
  bodyId: string
  hasItems: boolean
}) => {
  const t = useWords()
  return (
    <Form
      command="sittings.takeAgenda"
      draft={false}
      initial={{ complete: hasItems }}
      input={(values) => ({
        sittingId,
        fileId: values["agenda"]?.fileId ?? "",
        complete: hasItems && Boolean(values["complete"]),
      })}
      send={t("sittings.agenda.take")}
      kind="plain"
      onDone={({ added, renamed, removed }) => tell({ words: t("sittings.agenda.taken", { added, renamed, removed }) })}
    >
      <FileField
        name="agenda"
        label={t("sittings.agenda.file")}
        hint={t("sittings.agenda.file.hint")}
        accept=".pdf,.docx,.odt,.txt,.csv,.tsv,.xlsx,.ods,.json"
        bodyId={bodyId}
        required
      />
      <Preview sittingId={sittingId} hasItems={hasItems} />
    </Form>
  )
}

const Preview = ({ sittingId, hasItems }: { sittingId: string; hasItems: boolean }) => {
  const fileId: string | undefined = useFormValues()["agenda"]?.fileId
  const foreseen = useRead("sittings.foreseeAgenda", { sittingId, fileId: fileId ?? "" }, { enabled: Boolean(fileId) })
  return fileId ? <Reading of={foreseen}>{(of) => <Lines of={of} hasItems={hasItems} />}</Reading> : null
}

const Lines = ({ of: { lines, removed }, hasItems }: { of: Foreseen; hasItems: boolean }) => {
  const t = useWords()
  const say = useFigures()
  const twice = [...new Set(lines.filter((line) => line.twice).map(({ number }) => number))]
  return (
    <>
      <Rows numbered>
        {lines.map(({ number, title, rapporteur, commission, amount_cents, was, changes }, at) => (
          <Row
            // oxlint-disable-next-line react/no-array-index-key -- an agenda may say the same line twice
            key={at}
            n={number ?? ""}
            soft={
              [
                commission,
                rapporteur,
                amount_cents && say.money(Number(amount_cents) / 100),
                was && changes.includes("renamed") && t("sittings.agenda.was", { title: was.title }),
                was &&
                  changes.includes("renumbered") &&
                  t("sittings.agenda.was_numbered", { number: was.number ?? "–" }),
              ]
                .filter(Boolean)
                .join(" · ") || undefined
            }
            end={changes
              .filter((change) => change !== "same")
              .map((change) => (
                <Mark key={change} kind={change === "new" ? "good" : "info"}>
                  {t(`sittings.agenda.change.${change}`)}
                </Mark>
              ))}
          >
            {title}
          </Row>
        ))}
      </Rows>
      {twice.length > 0 && <p>{t("sittings.agenda.twice", { count: twice.length, numbers: twice.join(", ") })}</p>}
      {removed.length > 0 && (
        <p>
          {t("sittings.agenda.missing", {
            count: removed.length,
            titles: removed.map(({ number, title }) => [number, title].filter(Boolean).join(" ")).join(" ; "),
          })}
        </p>
      )}
      {hasItems && (
        <CheckField name="complete" label={t("sittings.agenda.complete")} hint={t("sittings.agenda.complete.hint")} />
      )}
    </>
  )
}
