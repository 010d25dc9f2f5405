import type { ReadOf } from "../../../../shell/api.ts"
import { DateField, NumberField, TextField } from "../../../../shell/fields.tsx"
import type { FormValues } from "../../../../shell/form.tsx"
import { type Pick, PickField } from "../../../../shell/pick-field.tsx"
import { useFigures, useWords } from "../../../../shell/use-words.ts"
import { ElectorateFields, functionsSaid } from "../electorate-fields.tsx"

type Choices = ReadOf<"votes.choices">

/** Who votes, on what day, with how many proxies, and how many tellers open. */
export const OperationFields = ({ choices, bodyId }: { choices: Choices; bodyId: string }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <>
      <TextField name="title" label={t("votes.field.title")} hint={t("votes.operation.title.hint")} required />
      <ElectorateFields choices={choices} />
      <DateField name="onDay" label={t("votes.field.day")} hint={t("votes.field.day.hint")} required />
      <PickField
        name="meeting"
        label={t("votes.operation.meeting")}
        hint={t("votes.operation.meeting.hint")}
        read="meetings.list"
        more={{ bodyId }}
        row={(row: { id: string; title: string; starts: string }) => ({
          id: row.id,
          words: row.title,
          soft: say.day(row.starts),
        })}
      />
      <NumberField
        name="proxiesEach"
        label={t("votes.operation.proxies_each")}
        hint={
          choices.proxies === null
            ? t("votes.operation.proxies_each.hint")
            : t("votes.operation.proxies_rule", { most: choices.proxies })
        }
        min={0}
        max={choices.proxies ?? 20}
        required
      />
      <NumberField
        name="needed"
        label={t("votes.operation.needed")}
        hint={t("votes.operation.needed.hint")}
        min={2}
        max={20}
        required
      />
      <NumberField
        name="challengeDays"
        label={t("votes.operation.challenge")}
        hint={t("votes.operation.challenge.hint")}
        min={0}
        max={366}
        required
      />
    </>
  )
}

/** The command’s input from what the fields hold. */
export const operationSaid = (values: FormValues) => ({
  title: String(values["title"] ?? ""),
  electorate: values["electorate"] as "rulebook",
  functions: functionsSaid(values),
  onDay: String(values["onDay"] ?? ""),
  meetingId: (values["meeting"] as Pick | null | undefined)?.id ?? null,
  proxiesEach: Number(values["proxiesEach"] ?? 0),
  needed: Number(values["needed"] ?? 2),
  challengeDays: Number(values["challengeDays"] ?? 15),
})
