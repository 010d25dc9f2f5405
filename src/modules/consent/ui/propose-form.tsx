import { useMemo } from "react"
import { LongTextField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { useWords } from "../../../shell/use-words.ts"
import type { It } from "./election-page.tsx"
import { PersonField, personSaid } from "./person-field.tsx"

/** One person for the strongest reasons: nobody is chosen beforehand. Mended, the person stays and its words change. */
export const ProposeForm = ({ of, mends }: { of: It; mends?: NonNullable<It["current"]> }) => {
  const t = useWords()
  const { election } = of
  const initial = useMemo(
    () =>
      mends ? { reasons: mends.reasons, term: mends.term, conditions: mends.conditions } : { term: election.term },
    [mends, election.term],
  )
  return (
    <Form
      command="consent.propose"
      draft={`consent.propose ${election.id} ${mends?.id ?? ""}`}
      kind={election.step === "proposal" ? "main" : "plain"}
      initial={initial}
      input={(values) => ({
        electionId: election.id,
        personId: mends?.person_id ?? personSaid(values, "personId"),
        reasons: String(values["reasons"] ?? ""),
        term: String(values["term"] ?? "").trim() || null,
        conditions: String(values["conditions"] ?? "").trim() || null,
        after: of.current?.id ?? null,
      })}
      send={t(mends ? "consent.mend.send" : "consent.propose")}
    >
      {!mends && <PersonField of={of} name="personId" label={t("consent.propose.whom")} />}
      <LongTextField
        name="reasons"
        label={t("consent.propose.why")}
        hint={t("consent.propose.why.hint")}
        rows={4}
        required
      />
      <TextField name="term" label={t("consent.term")} />
      <LongTextField name="conditions" label={t("consent.conditions")} hint={t("consent.conditions.hint")} rows={2} />
    </Form>
  )
}
