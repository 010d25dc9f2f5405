import { Act } from "../../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../../shell/api.ts"
import { ChoiceField, DateField, TextField } from "../../../../shell/fields.tsx"
import { FileField } from "../../../../shell/file-field.tsx"
import { Form, useFormValues } from "../../../../shell/form.tsx"
import { Link } from "../../../../shell/go.tsx"
import { PickField } from "../../../../shell/pick-field.tsx"
import { Mark, Row, Rows, Sheet } from "../../../../shell/sheet.tsx"
import { tell } from "../../../../shell/toast.tsx"
import { today, useFigures, useWords } from "../../../../shell/use-words.ts"

type Data = ReadOf<"texts.readSheet">
type Of = { textId: string; bodyId: string; data: Data }

/** Under the words of an argument sheet: until when it holds, where it comes from, where it serves. */
export const SheetSides = ({ textId, bodyId }: { textId: string; bodyId: string }) => {
  const { data } = useRead("texts.readSheet", { textId })
  if (!data) return null
  const of = { textId, bodyId, data }
  return (
    <>
      <Validity {...of} />
      <Sources {...of} />
      <Uses of={data.uses} />
    </>
  )
}

const Validity = ({ textId, data: { valid_until, may } }: Of) => {
  const t = useWords()
  const say = useFigures()
  const isPast = valid_until !== null && valid_until < today()
  return (
    <Sheet title={t("texts.validity")} padded>
      <p>
        {valid_until === null
          ? t("texts.validity.none")
          : t(isPast ? "texts.validity.past" : "texts.validity.until", { day: say.day(valid_until) })}{" "}
        {isPast && <Mark kind="wait">{t("texts.outdated")}</Mark>}
      </p>
      {may["texts.renew"] && (
        <Form
          key={valid_until}
          command="texts.renew"
          input={(values) => ({ textId, until: values["until"] || null })}
          send={t("texts.renew")}
          kind="plain"
          onDone={() => tell({ words: t("texts.renew.done") })}
        >
          <DateField name="until" label={t("texts.renew.until")} required />
        </Form>
      )}
    </Sheet>
  )
}

const Sources = ({ textId, bodyId, data: { sources, confidential, may } }: Of) => {
  const t = useWords()
  return (
    <Sheet title={t("texts.sources")}>
      {sources.length === 0 ? (
        <p className="pad soft">{t("texts.sources.none")}</p>
      ) : (
        <Rows>
          {sources.map((source) => (
            <Row
              key={source.id}
              soft={source.label ?? undefined}
              end={
                may["texts.removeSource"] && (
                  <Act command="texts.removeSource" input={{ sourceId: source.id }}>
                    {t("texts.source.remove")}
                  </Act>
                )
              }
            >
              <Source of={source} />
            </Row>
          ))}
        </Rows>
      )}
      {may["texts.addSource"] && (
        <div className="pad">
          <Form
            key={sources.length}
            command="texts.addSource"
            initial={{ what: "link" }}
            input={({ what, ...values }) => ({
              textId,
              label: values["label"] || null,
              url: what === "link" ? values["url"] || null : null,
              fileId: what === "file" ? (values["file"]?.id ?? null) : null,
              decisionId: what === "decision" ? (values["decision"]?.id ?? null) : null,
            })}
            send={t("texts.source.add")}
            kind="plain"
            onDone={() => tell({ words: t("texts.source.done") })}
          >
            <SourceFields bodyId={bodyId} files={!confidential} />
          </Form>
        </div>
      )}
    </Sheet>
  )
}

const SourceFields = ({ bodyId, files }: { bodyId: string; files: boolean }) => {
  const t = useWords()
  const what = useFormValues()["what"]
  const kinds = ["link", ...(files ? ["file" as const] : []), "decision"] as const
  return (
    <>
      <ChoiceField
        name="what"
        label={t("texts.source.what")}
        options={kinds.map((value) => ({ value, words: t(`texts.source.${value}`) }))}
        required
      />
      {what === "link" && <TextField name="url" label={t("texts.source.url")} required />}
      {what === "file" && <FileField name="file" label={t("texts.source.file")} bodyId={bodyId} required />}
      {what === "decision" && (
        <PickField name="decision" label={t("texts.source.decision")} read="decisions.pick" required />
      )}
      <TextField name="label" label={t("texts.source.label")} hint={t("texts.source.label.hint")} />
    </>
  )
}

const Source = ({ of }: { of: Data["sources"][number] }) => {
  const t = useWords()
  if (of.url)
    return (
      <a href={of.url} target="_blank" rel="noopener noreferrer">
        {of.url}
      </a>
    )
  if (of.file_id)
    return (
      <a href={`/api/files/${of.file_id}?vue=1`} target="_blank" rel="noreferrer">
        {of.file_name}
      </a>
    )
  return of.decision_id ? (
    <Link to={`/decisions/${of.decision_id}`}>{of.decision_name}</Link>
  ) : (
    <span className="soft">{t("texts.source.hidden")}</span>
  )
}

const Uses = ({ of }: { of: Data["uses"] }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <Sheet title={t("texts.uses")}>
      {of.length === 0 ? (
        <p className="pad soft">{t("texts.uses.none")}</p>
      ) : (
        <Rows>
          {of.map(({ id, at, title, kind, note, cited_at, cited_version }) => (
            <Row
              key={id}
              soft={[
                kind ? t.named(`texts.kind.${kind}`) : t("texts.uses.item"),
                note,
                t("texts.uses.version", { number: cited_version }),
                say.ago(cited_at),
              ]
                .filter(Boolean)
                .join(" · ")}
            >
              <Link to={at}>{title}</Link>
            </Row>
          ))}
        </Rows>
      )}
    </Sheet>
  )
}
