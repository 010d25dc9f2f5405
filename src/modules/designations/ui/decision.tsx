import { useRead } from "../../../shell/api.ts"
import { ChoiceField, DateField, TextField } from "../../../shell/fields.tsx"
import { Form, useFormValues } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { type Pick, PickField } from "../../../shell/pick-field.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import type { It } from "./designation-page.tsx"

/** What decides: a vote for exactly these seats, a decision taken in a meeting, or the word of somebody whose say it is. */
export const Decision = ({ of }: { of: It }) => {
  const t = useWords()
  const { designation, decided, people, may } = of
  const { step, designated_at, abandoned_at } = designation
  const edits = may["designations.decide"] === true && !designated_at && !abandoned_at
  if (!decided && (!edits || people.length === 0 || step === "seats")) return null
  return (
    <Sheet title={t("designations.decision")} padded>
      {decided ? <Decided of={decided} /> : <p className="soft">{t("designations.decision.lead")}</p>}
      {edits && !decided && <Vote of={of} />}
      {edits &&
        (decided ? (
          <details>
            <summary>{t("designations.decision.again")}</summary>
            <Decide of={of} />
          </details>
        ) : (
          <Decide of={of} />
        ))}
    </Sheet>
  )
}

const Decided = ({ of: { how, ballot, decision, told_by, told_on } }: { of: NonNullable<It["decided"]> }) => {
  const t = useWords()
  const say = useFigures()
  if (decision)
    return (
      <p>
        <Link to={`/decisions/${decision.id}`}>
          {t("designations.decided.decision", { reference: decision.reference, title: decision.title })}
        </Link>
      </p>
    )
  if (ballot)
    return (
      <p>
        <Link to={`/votes/${ballot.id}`}>{t("designations.decided.ballot", { title: ballot.title })}</Link>
      </p>
    )
  return (
    <p>
      {told_by && told_on
        ? t("designations.decided.told", { by: told_by, on: say.dayOnly(told_on) })
        : t(`designations.decided.how.${how}`)}
    </p>
  )
}

/** A vote on these people, for exactly as many seats; those elected come back with one gesture of the list. */
const Vote = ({ of: { designation, people, ours } }: { of: It }) => {
  const t = useWords()
  const asked = new URLSearchParams({
    intitule: t("designations.of", { institution: designation.institution }),
    sieges: String(Math.max(1, ours ?? 1)),
    ...(designation.parity === "none" ? {} : { parite: "oui" }),
    personnes: people.map(({ person_id }) => person_id).join(","),
  })
  return (
    <div className="bar">
      <Link className="button" to={`/votes/nouveau?${asked.toString()}`}>
        {t("designations.vote", { count: ours ?? 1 })}
      </Link>
    </div>
  )
}

const Decide = ({ of: { designation } }: { of: It }) => {
  const t = useWords()
  return (
    <Form
      command="designations.decide"
      kind={designation.step === "decision" ? "main" : "plain"}
      input={(values) => ({
        designationId: designation.id,
        how: values["how"] as "told",
        ballotId: values["how"] === "ballot" ? values["ballotId"] || null : null,
        decisionId: values["how"] === "decision" ? ((values["decision"] as Pick | null)?.id ?? null) : null,
        toldBy: values["how"] === "told" ? String(values["toldBy"] ?? "").trim() || null : null,
        toldOn: values["how"] === "told" ? values["toldOn"] || null : null,
      })}
      send={t("designations.decide")}
    >
      <DecideFields designationId={designation.id} />
    </Form>
  )
}

const DecideFields = ({ designationId }: { designationId: string }) => {
  const t = useWords()
  const say = useFigures()
  const { how } = useFormValues()
  const { data } = useRead("designations.choices", { designationId })
  return (
    <>
      <ChoiceField
        name="how"
        label={t("designations.decided.how")}
        as="radio"
        options={(["decision", "ballot", "told"] as const).map((value) => ({
          value,
          words: t(`designations.decided.how.${value}`),
        }))}
        required
      />
      {how === "ballot" && (
        <ChoiceField
          name="ballotId"
          label={t("designations.decided.which")}
          as="select"
          options={(data?.votes ?? []).map(({ id, title, closed_at }) => ({
            value: id,
            words: t("designations.take.call", { title, on: say.dayOnly(closed_at) }),
          }))}
          required
        />
      )}
      {how === "decision" && (
        <PickField
          name="decision"
          label={t("designations.decided.one")}
          hint={t("offices.field.decision.hint")}
          read="decisions.pick"
          required
        />
      )}
      {how === "told" && (
        <>
          <TextField name="toldBy" label={t("designations.told_by")} hint={t("designations.told_by.hint")} required />
          <DateField name="toldOn" label={t("designations.told_on")} required />
        </>
      )}
    </>
  )
}
