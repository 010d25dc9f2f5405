import { useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { DateField, LongTextField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { today, useWords } from "../../../shell/use-words.ts"
import { Consequences } from "./consequences.tsx"
import { RuleHistory } from "./rule-history.tsx"
import { RuleValueField, valueOf } from "./rule-value-field.tsx"

/** The body's own value of one rule, with the text that says so. */
export const OverridePage = () => {
  const t = useWords()
  const go = useGo()
  const key = useParam("key")
  const { body } = useBody()
  const rulebook = useRead("bodies.readRulebook", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) })
  return (
    <Reading of={rulebook}>
      {({ rules, may, body: { id: bodyId } }) => {
        const rule = rules.find((one) => one.key === key)
        if (!rule || !may["rules.override"]) return <NotFound />
        return (
          <Page
            title={rule.name}
            lead={rule.ask ?? t("secretariat.override.now", { value: rule.words ?? t("secretariat.rulebook.unknown") })}
            crumbs={[
              { words: t("secretariat.title"), to: "/secretariat" },
              { words: t("secretariat.rulebook"), to: "/secretariat/reglement" },
              { words: t("secretariat.override") },
            ]}
          >
            <Sheet padded>
              <Form
                command="rules.override"
                draft={`rules.override.${key}`}
                initial={{ validFrom: today() }}
                input={(values) => ({
                  bodyId,
                  key,
                  value: valueOf(rule.unit, values["value"]),
                  validFrom: String(values["validFrom"]),
                  basis: String(values["basis"] ?? ""),
                  source: values["source"] || null,
                  readOn: values["readOn"] || null,
                  note: values["note"] || null,
                })}
                send={t("secretariat.save")}
                onDone={() => {
                  tell({ words: t("secretariat.override.done") })
                  go("/secretariat/reglement")
                }}
              >
                <RuleValueField unit={rule.unit} name={rule.key} />
                <DateField name="validFrom" label={t("secretariat.override.from")} required />
                <TextField
                  name="basis"
                  label={t("secretariat.override.basis")}
                  hint={t("secretariat.override.basis.hint")}
                  required
                />
                <TextField name="source" label={t("secretariat.override.source")} />
                <DateField
                  name="readOn"
                  label={t("secretariat.override.read_on")}
                  hint={t("secretariat.override.read_on.hint")}
                />
                <LongTextField name="note" label={t("secretariat.override.note")} />
                <Consequences bodyId={bodyId} rule={rule} />
              </Form>
            </Sheet>
            <RuleHistory bodyId={bodyId} ruleKey={key} />
          </Page>
        )
      }}
    </Reading>
  )
}
