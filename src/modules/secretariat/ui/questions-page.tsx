import { useState } from "react"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { LongTextField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Sheet } from "../../../shell/sheet.tsx"
import { today, useWords } from "../../../shell/use-words.ts"
import { RuleValueField, valueOf } from "./rule-value-field.tsx"

type Rule = ReadOf<"bodies.readRulebook">["rules"][number]

/** What only the body can say, one question at a time; each may wait. */
export const QuestionsPage = () => {
  const { body } = useBody()
  const rulebook = useRead("bodies.readRulebook", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) })
  return (
    <Reading of={rulebook}>
      {({ rules, may, body: { id, name } }) =>
        may["rules.override"] ? (
          <Questions open={rules.filter(({ words }) => words === null)} bodyId={id} lead={name} />
        ) : (
          <NotFound />
        )
      }
    </Reading>
  )
}

const Questions = ({ open, bodyId, lead }: { open: readonly Rule[]; bodyId: string; lead: string }) => {
  const t = useWords()
  // Answered questions leave `open` when it is read again; those left for later stay, and are not asked twice.
  const [later, setLater] = useState<readonly string[]>([])
  const [answered, setAnswered] = useState(0)
  const left = open.filter(({ key }) => !later.includes(key))
  const rule = left[0]
  const count = open.length + answered
  const crumbs = [
    { words: t("secretariat.title"), to: "/secretariat" },
    { words: t("secretariat.rulebook"), to: "/secretariat/reglement" },
  ]
  if (!rule)
    return (
      <Page title={t("secretariat.rulebook.questions")} lead={lead} crumbs={crumbs}>
        <Sheet>
          <Empty
            title={open.length === 0 ? t("secretariat.question.done") : t("secretariat.rulebook.questions.none_blocks")}
            act={
              <Link className="button main" to="/secretariat/reglement">
                {t("secretariat.question.back")}
              </Link>
            }
          />
        </Sheet>
      </Page>
    )
  const n = answered + later.length + 1
  return (
    <Page
      title={rule.ask ?? rule.name}
      lead={`${t("secretariat.question.title", { n, count })} · ${lead}`}
      crumbs={crumbs}
    >
      <Sheet padded>
        <Form
          key={rule.key}
          command="rules.override"
          draft={`rules.override.${rule.key}`}
          initial={{ basis: rule.overridden_by ?? "" }}
          input={(values) => ({
            bodyId,
            key: rule.key,
            value: valueOf(rule.unit, values["value"]),
            validFrom: today(),
            basis: String(values["basis"] ?? ""),
            source: values["source"] || null,
            note: values["note"] || null,
          })}
          send={left.length > 1 ? t("secretariat.question.send") : t("secretariat.question.last")}
          onDone={() => setAnswered(answered + 1)}
          beside={
            <button type="button" className="button" onClick={() => setLater([...later, rule.key])}>
              {t("secretariat.question.skip")}
            </button>
          }
        >
          <RuleValueField unit={rule.unit} label={t("secretariat.question.answer")} />
          <TextField
            name="basis"
            label={t("secretariat.override.basis")}
            hint={t("secretariat.override.basis.hint")}
            required
          />
          <details>
            <summary>{t("secretariat.question.details")}</summary>
            <TextField name="source" label={t("secretariat.override.source")} />
            <LongTextField name="note" label={t("secretariat.override.note")} />
          </details>
        </Form>
      </Sheet>
    </Page>
  )
}
