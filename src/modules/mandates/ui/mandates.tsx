import { useEffect, useState } from "react"
import { Act } from "../../../shell/act.tsx"
import { ChangingRow } from "../../../shell/changing-row.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Besides } from "../../../shell/besides.tsx"
import { ChoiceField, DateField, TextField } from "../../../shell/fields.tsx"
import { Form, useField, useFormValues } from "../../../shell/form.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { Empty, Mark, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"
import { span } from "./span.ts"
import { endsOf, Succession, tickedIn } from "./succession.tsx"
import { warningWords } from "./warning-words.ts"

export type MandateLine = {
  id: string
  body_id: string
  body_name: string
  function_name: string
  since: string
  until: string | null
  origin: "vote" | "decision" | "appointment" | "founding"
  origin_id: string | null
  origin_note: string | null
  corrections: readonly { since: string; until: string | null; reason: string; on: string; by: string | null }[]
  may_change: boolean
}
type Named = { id: string; name: string }
export type BodyWithFunctions = Named & { functions: readonly Named[] }

/** What a person holds and held, each with where it comes from; and a way to record one more. */
export const Mandates = ({
  personId,
  of,
  bodies,
}: {
  personId: string
  of: readonly MandateLine[]
  bodies: readonly BodyWithFunctions[]
}) => {
  const t = useWords()
  return (
    <Sheet title={t("mandates.mandates")}>
      {of.length === 0 ? (
        <Empty title={t("mandates.mandates.none")} />
      ) : (
        <Rows>
          {of.map((one) => (
            <Mandate key={one.id} of={one} />
          ))}
        </Rows>
      )}
      {bodies.length > 0 && <Recording personId={personId} bodies={bodies} />}
    </Sheet>
  )
}

const Mandate = ({ of }: { of: MandateLine }) => {
  const t = useWords()
  const say = useFigures()
  const { id, since, until, body_name, function_name, origin, origin_id, origin_note, corrections, may_change } = of
  const state = since > today() ? "coming" : until && until < today() ? "past" : "now"
  return (
    <ChangingRow
      soft={
        <>
          {[span(t, say, of), t(`mandates.origin.${origin}`), origin_note].filter(Boolean).join(" · ")}
          {origin_id && <Besides of="decision" id={origin_id} />}
          {corrections.map((one) => (
            <Corrected key={one.on + one.since + one.until} of={one} />
          ))}
        </>
      }
      name={function_name}
      change={t("mandates.redate")}
      mayChange={may_change}
      acts={
        state === "now" && (
          <Act command="mandates.end" input={{ mandateId: id, until: today() }} done={t("mandates.ended")}>
            {t("mandates.end")}
            <span className="unseen">, {function_name}</span>
          </Act>
        )
      }
      fields={(close) => (
        <Form
          command="mandates.change"
          draft={`mandates.change.${id}`}
          initial={{ mandateId: id, since, until }}
          kind="plain"
          send={t("mandates.save")}
          onDone={() => {
            tell({ words: t("mandates.redate.done") })
            close()
          }}
        >
          <DateField name="since" label={t("mandates.since")} required />
          <DateField name="until" label={t("mandates.until")} />
          <TextField
            name="reason"
            label={t("mandates.redate.reason")}
            hint={t("mandates.redate.reason.hint")}
            required
          />
        </Form>
      )}
    >
      {function_name} <span className="soft">· {body_name}</span>{" "}
      <Mark {...(state === "now" ? { kind: "good" } : {})}>{t(`mandates.state.${state}`)}</Mark>
    </ChangingRow>
  )
}

/** The days it had, and why they were corrected. */
const Corrected = ({ of }: { of: MandateLine["corrections"][number] }) => {
  const t = useWords()
  const say = useFigures()
  const { on, reason, by } = of
  const facts = { day: say.dayOnly(on), span: span(t, say, of), reason }
  return (
    <span className="under">{by ? t("mandates.corrected.by", { ...facts, by }) : t("mandates.corrected", facts)}</span>
  )
}

const Recording = ({ personId, bodies }: { personId: string; bodies: readonly BodyWithFunctions[] }) => {
  const t = useWords()
  // What `ends` means depends on the function chosen last: the answer of the read is kept for when the form is sent.
  const [holders, setHolders] = useState<Holders>(none)
  return (
    <details className="pad">
      <summary>{t("mandates.record")}</summary>
      <Form
        command="mandates.record"
        draft={`mandates.record.${personId}`}
        initial={{ personId, bodyId: bodies[0]?.id, since: today(), origin: "vote" }}
        input={({ bodyId: _, ...values }) => ({
          ...(values as { personId: string; functionId: string; since: string; origin: "vote" }),
          until: values["until"] || null,
          originId: values["origin"] === "appointment" ? null : (values["originId"]?.id ?? null),
          note: values["note"] || null,
          ends: endsOf(values, holders),
        })}
        kind="plain"
        send={t("mandates.record")}
      >
        <MandateFields personId={personId} bodies={bodies} onHolders={setHolders} />
      </Form>
    </details>
  )
}

type Holders = ReadOf<"mandates.foresee">["holders"]

const MandateFields = ({
  personId,
  bodies,
  onHolders,
}: {
  personId: string
  bodies: readonly BodyWithFunctions[]
  onHolders: (holders: Holders) => void
}) => {
  const t = useWords()
  const say = useFigures()
  const values = useFormValues()
  const functions = bodies.find(({ id }) => id === values["bodyId"])?.functions ?? []
  const functionId = functions.some(({ id }) => id === values["functionId"]) ? String(values["functionId"]) : ""
  const asked = {
    personId,
    functionId,
    since: String(values["since"] ?? ""),
    until: values["until"] || null,
    ends: tickedIn(values),
  }
  const ready = Boolean(functionId && asked.since)
  const foreseen = useRead("mandates.foresee", asked, { enabled: ready, keepPrevious: true })
  const {
    warnings = [],
    usual_until,
    holders: before = none,
    is_full = false,
    ends_on = "",
  } = (ready && foreseen.data) || {}
  useEffect(() => onHolders(before), [onHolders, before])
  const until = useField("until")
  return (
    <>
      {bodies.length > 1 && (
        <ChoiceField name="bodyId" label={t("mandates.body")} options={bodies.map(optionOf)} as="select" required />
      )}
      <ChoiceField
        name="functionId"
        label={t("mandates.function")}
        options={functions.map(optionOf)}
        as="select"
        required
      />
      <DateField name="since" label={t("mandates.since")} required />
      <DateField
        name="until"
        label={t("mandates.until")}
        {...(usual_until ? { hint: t("mandates.until.usual", { day: say.dayOnly(usual_until) }) } : {})}
      />
      {usual_until && !until.value && (
        <button type="button" className="button quiet" onClick={() => until.set(usual_until)}>
          {t("mandates.until.take", { day: say.dayOnly(usual_until) })}
        </button>
      )}
      <Succession holders={before} isFull={is_full} since={asked.since} endsOn={ends_on} />
      <ChoiceField
        name="origin"
        label={t("mandates.origin")}
        options={(["vote", "decision", "appointment"] as const).map((value) => ({
          value,
          words: t(`mandates.origin.${value}`),
        }))}
        required
      />
      {values["origin"] !== "appointment" && (
        <PickField
          name="originId"
          label={t("mandates.decision")}
          hint={t("mandates.decision.hint")}
          read="decisions.pick"
        />
      )}
      <TextField name="note" label={t("mandates.note")} hint={t("mandates.note.hint")} />
      {warnings.length > 0 && (
        <section className="missing" aria-live="polite">
          <h2>{t("mandates.warnings")}</h2>
          <ul>
            {warnings.map((warning) => (
              <li key={warning.code + warning.function_id}>
                <span>{warningWords(warning, functions, [], t)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const none: Holders = []

const optionOf = ({ id, name }: Named) => ({ value: id, words: name })
