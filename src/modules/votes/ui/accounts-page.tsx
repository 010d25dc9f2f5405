import { useMemo } from "react"
import { useBody } from "../../../shell/body.ts"
import { NotFound } from "../../../shell/fault.tsx"
import { CheckField, ChoiceField, DateField, LongTextField, NumberField } from "../../../shell/fields.tsx"
import { FileField } from "../../../shell/file-field.tsx"
import { Form } from "../../../shell/form.tsx"
import { useGo } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { type Pick, PickField } from "../../../shell/pick-field.tsx"
import type { KeptFile } from "../../../shell/send-file.ts"
import { Sheet } from "../../../shell/sheet.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"

const opinions = ["favourable", "with_reserves", "unfavourable", "none"] as const
const manners = ["hand", "named", "paper", "secret"] as const
const files = (value: unknown) => ((value ?? []) as KeptFile[]).map(({ fileId }) => fileId)

/** The accounts of a year, the discharge of those who kept them and the budget of the next, put to the vote together. */
export const AccountsPage = () => {
  const t = useWords()
  const say = useFigures()
  const go = useGo()
  const { body } = useBody()
  const initial = useMemo(
    () => ({
      year: Number(today().slice(0, 4)) - 1,
      onDay: today(),
      manner: "hand",
      opinion: "none",
      discharge: true,
      budget: true,
    }),
    [],
  )
  if (!body) return <NotFound />
  return (
    <Page
      title={t("votes.accounts")}
      lead={body.name}
      crumbs={[{ words: t("votes.title"), to: "/votes" }, { words: t("votes.accounts") }]}
    >
      <Sheet padded>
        <p className="soft">{t("votes.accounts.lead")}</p>
        <Form
          command="votes.prepareAccounts"
          draft={`votes.prepareAccounts.${body.id}`}
          initial={initial}
          input={(values) => ({
            bodyId: body.id,
            year: Number(values["year"]),
            onDay: String(values["onDay"] ?? ""),
            meetingId: (values["meeting"] as Pick | null | undefined)?.id ?? null,
            manner: values["manner"] as "hand",
            accountIds: files(values["accounts"]),
            auditIds: files(values["audit"]),
            opinion: values["opinion"] as "none",
            said: String(values["said"] ?? ""),
            discharge: values["discharge"] === true,
            budget: values["budget"] === true,
            budgetIds: files(values["budgetPapers"]),
          })}
          send={t("votes.accounts.prepare")}
          onDone={({ operationId }) => go(`/votes/operations/${operationId}`)}
        >
          <NumberField name="year" label={t("votes.accounts.year")} min={1900} max={2200} required />
          <FileField name="accounts" label={t("votes.accounts.papers")} many bodyId={body.id} required />
          <FileField name="audit" label={t("votes.accounts.audit")} many bodyId={body.id} />
          <ChoiceField
            name="opinion"
            label={t("votes.accounts.opinion")}
            required
            options={opinions.map((value) => ({ value, words: t(`votes.accounts.opinion.${value}`) }))}
          />
          <LongTextField name="said" label={t("votes.accounts.said")} />
          <CheckField
            name="discharge"
            label={t("votes.accounts.with_discharge")}
            hint={t("votes.accounts.with_discharge.hint")}
          />
          <CheckField name="budget" label={t("votes.accounts.with_budget")} />
          <FileField name="budgetPapers" label={t("votes.accounts.budget_papers")} many bodyId={body.id} />
          <ChoiceField
            name="manner"
            label={t("votes.field.manner")}
            required
            options={manners.map((value) => ({ value, words: t(`votes.manner.${value}`) }))}
          />
          <DateField name="onDay" label={t("votes.field.day")} required />
          <PickField
            name="meeting"
            label={t("votes.operation.meeting")}
            read="meetings.list"
            more={{ bodyId: body.id }}
            row={(row: { id: string; title: string; starts: string }) => ({
              id: row.id,
              words: row.title,
              soft: say.day(row.starts),
            })}
          />
        </Form>
      </Sheet>
    </Page>
  )
}
