import { ChoiceField, DateField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import type { It } from "./designation-page.tsx"

/** Somebody leaves before the end: the first substitute is proposed to follow, for the rest of the term. */
export const Vacancies = ({ of: { designation, vacancies, may } }: { of: It }) => {
  const t = useWords()
  const say = useFigures()
  if (vacancies.length === 0) return null
  return (
    <Sheet title={t("designations.vacancy")} padded>
      {vacancies.map(({ person_id, name, left_on, followers }) => (
        <div key={person_id} className="stack">
          <p>{t("designations.vacancy.of", { name, on: say.dayOnly(left_on) })}</p>
          {followers.length === 0 ? (
            <p className="soft">{t("designations.vacancy.nobody")}</p>
          ) : (
            may["designations.follow"] && (
              <Form
                command="designations.follow"
                draft={`designations.follow.${designation.id}.${person_id}`}
                initial={{ followerId: followers[0]!.person_id, since: nextDay(left_on) }}
                input={(values) => ({
                  designationId: designation.id,
                  leaverId: person_id,
                  followerId: String(values["followerId"] ?? ""),
                  since: String(values["since"] ?? ""),
                })}
                send={t("designations.follow")}
              >
                <ChoiceField
                  name="followerId"
                  label={t("designations.follow.who")}
                  hint={t("designations.follow.who.hint")}
                  as="select"
                  options={followers.map((one) => ({ value: one.person_id, words: one.name }))}
                  required
                />
                <DateField name="since" label={t("designations.since")} required />
              </Form>
            )
          )}
        </div>
      ))}
    </Sheet>
  )
}

const nextDay = (iso: string): string => Temporal.PlainDate.from(iso).add({ days: 1 }).toString()
