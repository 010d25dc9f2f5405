import type { InputOf } from "../../../shell/api.ts"
import { ChoiceField, NumberField, TextField } from "../../../shell/fields.tsx"
import { useWords } from "../../../shell/use-words.ts"

/** The field for the value of a rule, by its unit. Majorities and quorums are chosen among those that bodies use. */
export const RuleValueField = ({ unit, name, label: said }: { unit: string; name?: string; label?: string }) => {
  const t = useWords()
  const label = said ?? t("secretariat.override.value")
  const put = (key: string, values = {}) => t.named(`secretariat.value.${key}`, values)
  if (unit === "quorum")
    return (
      <ChoiceField
        name="value"
        label={label}
        as="select"
        required
        options={[
          { value: "nobody", words: put("quorum.nobody") },
          ...quorums.map(([value, part, parts, strictly, of]) => ({
            value,
            words: put("quorum.fraction", { part, parts, strictly: strictly ? "yes" : "no", of }),
          })),
        ]}
      />
    )
  if (unit === "majority")
    return (
      <ChoiceField
        name="value"
        label={label}
        as="select"
        required
        options={[
          { value: "simple", words: put("majority.simple") },
          { value: "absolute", words: put("majority.absolute", { of: "votes_cast" }) },
          ...fractions.map(([value, part, parts, of]) => ({
            value,
            words: put("majority.fraction", { part, parts, of }),
          })),
        ]}
      />
    )
  if (unit === "yes_no")
    return (
      <ChoiceField
        name="value"
        label={label}
        required
        options={[
          { value: "yes", words: put("yes") },
          { value: "no", words: put("no") },
        ]}
      />
    )
  if (unit === "choice" && name?.endsWith(".admission"))
    return (
      <ChoiceField
        name="value"
        label={label}
        as="select"
        required
        options={admissions.map((value) => ({ value, words: put(`choice.${value}`) }))}
      />
    )
  if (unit === "choice") return <TextField name="value" label={label} required />
  if (unit === "day_of_year")
    return (
      <TextField name="value" label={label} hint={t("secretariat.override.day.hint")} placeholder="04-15" required />
    )
  return (
    <NumberField
      name="value"
      label={label}
      min={0}
      required
      {...(units[unit] ? { unit: t.named(units[unit], { n: 2 }).replace(/^2\s*/, "") } : {})}
    />
  )
}

/** The value as the command takes it. What is not of the list goes as it is, and the server says so. */
export const valueOf = (unit: string, value: unknown): InputOf<"rules.override">["value"] => {
  if (unit === "yes_no") return value === "yes"
  if (unit === "proxies") return { per_holder: Number(value) }
  if (unit === "cents") return Math.round(Number(value) * 100)
  if (unit === "quorum") {
    const known = quorums.find(([name]) => name === value)
    if (!known) return { of: "nobody" }
    const [, part, parts, strictly, of] = known
    return { of, fraction: [part, parts], strictly, counts: "present" }
  }
  if (unit === "majority") {
    const known = fractions.find(([name]) => name === value)
    const rest = { blanks: "apart", abstentions: "apart", tie: "rejected" }
    if (!known) return { majority: { kind: String(value) }, of: "votes_cast", ...rest }
    return { majority: { kind: "fraction", fraction: [known[1], known[2]] }, of: known[3], ...rest }
  }
  return value as string | number
}

/** Who accepts a member. */
const admissions = ["secretariat", "board", "assembly", "automatic", "region_after_local_opinion"]

const quorums = [
  ["quarter", 1, 4, false, "members_in_office"],
  ["third", 1, 3, false, "members_in_office"],
  ["half", 1, 2, false, "members_in_office"],
  ["more-than-half", 1, 2, true, "members_in_office"],
  ["two-thirds", 2, 3, false, "members_in_office"],
  ["quarter-paid", 1, 4, false, "members_up_to_date"],
  ["third-paid", 1, 3, false, "members_up_to_date"],
  ["half-paid", 1, 2, false, "members_up_to_date"],
] as const

const fractions = [
  ["two-thirds", 2, 3, "votes_cast"],
  ["three-quarters", 3, 4, "votes_cast"],
  ["two-thirds-present", 2, 3, "present"],
  ["two-thirds-members", 2, 3, "members"],
] as const

const units: Record<string, string> = {
  days: "secretariat.value.days",
  clear_days: "secretariat.value.clear_days",
  working_days: "secretariat.value.working_days",
  workable_days: "secretariat.value.workable_days",
  hours: "secretariat.value.hours",
  minutes: "secretariat.value.minutes",
  months: "secretariat.value.months",
  years: "secretariat.value.years",
  persons: "secretariat.value.persons",
  percent: "secretariat.value.percent",
  signs: "secretariat.value.signs",
}
