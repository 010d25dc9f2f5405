import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { ChoiceField, DateField, NumberField, TextField } from "../../../shell/fields.tsx"
import { Form, useFormValues } from "../../../shell/form.tsx"
import { useGo } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"
import { useLater } from "../../../shell/use-later.ts"
import { useMembersCrumbs } from "./crumbs.ts"
import { RollLines } from "./roll-lines.tsx"

/** Who may vote on a day, seen before it is frozen. */
export const NewRollPage = () => {
  const { body } = useBody()
  const read = useRead("rolls.foresee", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) })
  if (!body) return <NotFound />
  return <Reading of={read}>{(usual) => <New bodyId={body.id} lead={body.name} usual={usual} />}</Reading>
}

const New = ({ bodyId, lead, usual }: { bodyId: string; lead: string; usual: ReadOf<"rolls.foresee"> }) => {
  const t = useWords()
  const go = useGo()
  const say = useFigures()
  const crumbs = useMembersCrumbs()
  if (!usual.may["rolls.freeze"]) return <NotFound />
  return (
    <Page
      title={t("members.roll.new")}
      lead={lead}
      crumbs={[...crumbs, { words: t("members.page.rolls"), to: "/membres/listes" }]}
      missing={
        usual.waiting_unknown
          ? [{ key: "members.missing.waiting", at: "/secretariat/reglement/questions", only_warns: true }]
          : undefined
      }
      purpose={t("members.purpose.roll")}
    >
      <Form
        command="rolls.freeze"
        draft={`rolls.freeze ${bodyId}`}
        initial={{
          onDay: today(),
          title: t("members.roll.title.usual", { day: say.dayOnly(today()) }),
          who: usual.rule.who,
          waiting_months: usual.rule.waiting_months,
          age_years: usual.rule.age_years,
          grace_days: 0,
        }}
        input={(values) => ({ bodyId, title: values["title"], onDay: values["onDay"], rule: ruleOf(values) })}
        send={t("members.roll.freeze")}
        onDone={({ rollId }) => go(`/membres/listes/${rollId}`)}
        sticks
      >
        <TextField name="title" label={t("members.roll.title")} required />
        <DateField name="onDay" label={t("members.roll.day")} hint={t("members.roll.day.hint")} required />
        <ChoiceField
          name="who"
          label={t("members.roll.who")}
          options={(["members_up_to_date", "members", "holders"] as const).map((value) => ({
            value,
            words: t(`members.roll.who.${value}`),
          }))}
          required
        />
        <More functions={usual.functions} />
        <Foreseen bodyId={bodyId} />
      </Form>
    </Page>
  )
}

const ruleOf = (values: Record<string, any>) => ({
  who: values["who"],
  functions: values["who"] === "holders" && values["function"] ? [values["function"]] : [],
  waiting_months: Number(values["waiting_months"]) || 0,
  age_years: Number(values["age_years"]) || 0,
  grace_days: Number(values["grace_days"]) || 0,
})

const More = ({ functions }: { functions: readonly { key: string; name: string }[] }) => {
  const t = useWords()
  const { who } = useFormValues()
  if (who === "holders")
    return (
      <ChoiceField
        name="function"
        label={t("members.roll.function")}
        as="select"
        options={functions.map(({ key, name }) => ({ value: key, words: name }))}
        required
      />
    )
  return (
    <>
      <NumberField
        name="waiting_months"
        label={t("members.roll.waiting")}
        unit={t("members.months")}
        min={0}
        max={240}
      />
      <NumberField
        name="age_years"
        label={t("members.roll.age")}
        hint={t("members.roll.age.hint")}
        unit={t("members.roll.age.unit")}
        min={0}
        max={30}
      />
      {who === "members_up_to_date" && (
        <NumberField
          name="grace_days"
          label={t("members.roll.grace")}
          hint={t("members.roll.grace.hint")}
          unit={t("members.days")}
          min={0}
          max={366}
        />
      )}
    </>
  )
}

/** What the roll would be, as it is typed. */
const Foreseen = ({ bodyId }: { bodyId: string }) => {
  const t = useWords()
  const values = useFormValues()
  const asked = useLater(JSON.stringify({ onDay: values["onDay"] || undefined, rule: ruleOf(values) }))
  const { data } = useRead("rolls.foresee", { bodyId, ...JSON.parse(asked) }, { keepPrevious: true })
  if (!data) return null
  return (
    <Sheet title={t("members.roll.foreseen", { entitled: data.entitled, others: data.others })}>
      {data.others > 0 && <RollLines lines={data.lines.filter(({ entitled }) => !entitled)} />}
      {data.entitled > 0 && (
        <details className="pad">
          <summary>{t("members.roll.see")}</summary>
          <RollLines lines={data.lines.filter(({ entitled }) => entitled)} />
          {data.lines.length < data.entitled + data.others && (
            <p className="soft">{t("members.roll.first", { count: data.lines.length })}</p>
          )}
        </details>
      )}
    </Sheet>
  )
}
