import { useMemo } from "react"
import { Act } from "../../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../../shell/api.ts"
import { DateField, TextField } from "../../../../shell/fields.tsx"
import { Form } from "../../../../shell/form.tsx"
import { PickField } from "../../../../shell/pick-field.tsx"
import { Mark, Row, Rows, Sheet } from "../../../../shell/sheet.tsx"
import { tell } from "../../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../../shell/use-words.ts"

type Data = ReadOf<"texts.cosignatures">

/** Who signs the text with us, who was asked, and asking others: ours by their name, those of other groups by their address. */
export const Cosigners = ({ textId, bodyId }: { textId: string; bodyId: string }) => {
  const t = useWords()
  const { data } = useRead("texts.cosignatures", { textId })
  if (!data || (data.rows.length === 0 && !(data.open && data.may["texts.askCosignatures"]))) return null
  const waits = data.rows.some(({ state, late }) => state === "asked" && !late)
  return (
    <Sheet
      title={t("texts.cosign.title")}
      aside={
        data.open &&
        waits && (
          <Act
            command="texts.remindCosigners"
            input={{ textId }}
            may={data.may}
            onDone={() => tell({ words: t("texts.cosign.reminded") })}
          >
            {t("texts.cosign.remind")}
          </Act>
        )
      }
    >
      {data.rows.length > 0 && (
        <Rows>
          {data.rows.map((row) => (
            <One key={row.id} of={row} mayWithdraw={Boolean(data.open && data.may["texts.askCosignatures"])} />
          ))}
        </Rows>
      )}
      {data.open && data.may["texts.askCosignatures"] && <Ask key={data.rows.length} textId={textId} bodyId={bodyId} />}
    </Sheet>
  )
}

const One = ({ of, mayWithdraw }: { of: Data["rows"][number]; mayWithdraw: boolean }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <Row
      soft={[
        of.quality,
        of.answered_at ? say.ago(of.answered_at) : t("texts.cosign.until", { day: say.dayOnly(of.until) }),
      ]
        .filter(Boolean)
        .join(" · ")}
      below={
        mayWithdraw &&
        ["asked", "signed"].includes(of.state) && (
          <details>
            <summary>{t("texts.cosign.withdraw")}</summary>
            <Form
              command="texts.withdrawCosignature"
              input={(values) => ({ cosignatureId: of.id, reason: String(values["reason"] ?? "") })}
              send={t("texts.cosign.withdraw")}
              kind="plain"
              onDone={() => tell({ words: t("texts.cosign.withdrawn") })}
            >
              <TextField name="reason" label={t("texts.cosign.reason")} required />
            </Form>
          </details>
        )
      }
      end={
        <Mark {...(marks[of.state] ? { kind: marks[of.state]! } : {})}>
          {t(of.late ? "texts.cosign.late" : `texts.cosign.state.${of.state}`)}
        </Mark>
      }
    >
      {of.name}
      {of.said && <span className="pre under">{of.said}</span>}
      {of.withdrawn_reason && <span className="under">{of.withdrawn_reason}</span>}
    </Row>
  )
}

const marks: Partial<Record<Data["rows"][number]["state"], "good" | "wait" | "bad">> = {
  asked: "wait",
  signed: "good",
  declined: "bad",
}

const Ask = ({ textId, bodyId }: { textId: string; bodyId: string }) => {
  const t = useWords()
  const more = useMemo(() => ({ bodyId }), [bodyId])
  return (
    <div className="pad">
      <Form
        command="texts.askCosignatures"
        input={(values) => ({
          textId,
          until: String(values["until"] ?? ""),
          personIds: (values["people"] ?? []).map(({ id }: { id: string }) => id),
          others: values["email"]
            ? [
                {
                  name: String(values["name"] ?? ""),
                  quality: values["quality"] || null,
                  email: String(values["email"]),
                },
              ]
            : [],
        })}
        send={t("texts.cosign.ask")}
        kind="plain"
        onDone={() => tell({ words: t("texts.cosign.asked") })}
      >
        <PickField name="people" label={t("texts.cosign.people")} more={more} many />
        <TextField name="name" label={t("texts.cosign.name")} hint={t("texts.cosign.name.hint")} />
        <TextField name="quality" label={t("texts.cosign.quality")} />
        <TextField name="email" label={t("texts.cosign.email")} />
        <DateField name="until" label={t("texts.cosign.last_day")} required />
      </Form>
    </div>
  )
}
