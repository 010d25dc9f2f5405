import { DateField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import type { It, Mays } from "./it.ts"

/** The steps behind and ahead, each with who does it and by when; and who was given them by whom. */
export const Journey = ({ of: it }: { of: It }) => {
  const t = useWords()
  const say = useFigures()
  const { steps, open, handovers } = it
  const may: Mays = it.may
  return (
    <>
      <Sheet title={t("welcome.journey")}>
        <Rows numbered>
          {steps.map((step) => (
            <Row
              key={step.place}
              n={step.place}
              end={step.place === open ? <Mark kind="wait">{t("welcome.step.open")}</Mark> : undefined}
            >
              {step.title}
              <span className="soft under">
                {step.done_at
                  ? [
                      t(step.skipped ? "welcome.step.was_skipped" : "welcome.step.was_done", {
                        day: say.dayOnly(step.done_at),
                      }),
                      step.by,
                      step.word,
                    ]
                      .filter(Boolean)
                      .join(" · ")
                  : [
                      step.due ? t("welcome.by", { day: say.dayOnly(step.due) }) : t("welcome.step.later"),
                      step.whose && t("welcome.step.of", { name: step.whose }),
                    ]
                      .filter(Boolean)
                      .join(" · ")}
              </span>
              {!step.done_at && open !== null && may["newcomers.giveStep"] && <GiveStep of={it} step={step} />}
            </Row>
          ))}
        </Rows>
      </Sheet>
      {handovers.length > 0 && (
        <Sheet title={t("welcome.handovers")}>
          <Rows>
            {handovers.map((one) => (
              <Row key={one.id} soft={[say.dayOnly(one.at), one.by, one.context].filter(Boolean).join(" · ")}>
                {t("welcome.handover", { name: one.to })}
              </Row>
            ))}
          </Rows>
        </Sheet>
      )}
    </>
  )
}

/** One step in other hands than those of whoever welcomes, or with its own day. */
const GiveStep = ({ of: { newcomer, today }, step }: { of: It; step: It["steps"][number] }) => {
  const t = useWords()
  return (
    <details>
      <summary className="soft">
        {t("welcome.step.give")}
        <span className="unseen">, {step.title}</span>
      </summary>
      <Form
        command="newcomers.giveStep"
        draft={`newcomers.giveStep ${newcomer.id} ${step.place}`}
        initial={{
          person: step.person_id && step.whose ? { picked: true, id: step.person_id, words: step.whose } : null,
          due: step.due,
        }}
        input={(values) => ({
          newcomerId: newcomer.id,
          place: step.place,
          personId: values["person"]?.id ?? null,
          due: step.kind === "contact" ? null : values["due"] || null,
        })}
        send={t("welcome.step.give.act")}
        kind="plain"
        onDone={() => tell({ words: t("welcome.saved") })}
      >
        <PickField
          name="person"
          label={t("welcome.give.who")}
          hint={t("welcome.step.give.hint")}
          more={{ bodyId: newcomer.body_id }}
        />
        {step.kind !== "contact" && <DateField name="due" label={t("welcome.step.due")} min={today} />}
      </Form>
    </details>
  )
}
