import { Act } from "../../../shell/act.tsx"
import { DateField, LongTextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import type { It, Mays } from "./it.ts"

/** The one open step: done with a word, or another day; the membership is done by its own application. */
export const Now = ({ of: it }: { of: It }) => {
  const t = useWords()
  const say = useFigures()
  const may: Mays = it.may
  const { newcomer } = it
  const step = it.steps.find(({ place }) => place === it.open)
  if (!step) return null
  const finished = () => tell({ words: t("welcome.step.finished") })
  return (
    <Sheet
      title={t("welcome.now", { step: step.title })}
      aside={step.kind !== "contact" && step.due ? t("welcome.by", { day: say.dayOnly(step.due) }) : undefined}
      padded
    >
      {step.kind === "contact" && it.waited !== null && (
        <p>{t("welcome.now.waited", { hours: it.waited, most: it.hours })}</p>
      )}
      {step.kind === "membership" ? (
        <>
          <p>{t(newcomer.application_id ? "welcome.application.waits" : "welcome.application.begin")}</p>
          <div className="bar">
            {newcomer.application_id && it.manages ? (
              <Link className="button main" to={`/membres/demandes/${newcomer.application_id}`}>
                {t("welcome.application.see")}
              </Link>
            ) : (
              !newcomer.application_id && (
                <Act
                  command="newcomers.apply"
                  input={{ newcomerId: newcomer.id }}
                  may={it.may}
                  kind="main"
                  done={t("welcome.application.begun")}
                >
                  {t("welcome.application.act")}
                </Act>
              )
            )}
          </div>
        </>
      ) : (
        may["newcomers.finishStep"] && (
          <Form
            key={step.place}
            command="newcomers.finishStep"
            draft={`newcomers.finishStep ${newcomer.id} ${step.place}`}
            input={(values) => ({ newcomerId: newcomer.id, place: step.place, word: values["word"] || null })}
            send={t("welcome.step.done")}
            onDone={finished}
            sticks
          >
            <LongTextField name="word" label={t("welcome.step.word")} hint={t("welcome.step.word.hint")} rows={2} />
          </Form>
        )
      )}
      {it.next && <p className="soft">{t("welcome.next", { step: it.next })}</p>}
      {step.kind !== "contact" && (
        <details>
          <summary>{t("welcome.step.otherwise")}</summary>
          {may["newcomers.planStep"] && (
            <Form
              command="newcomers.planStep"
              draft={`newcomers.planStep ${newcomer.id}`}
              initial={{ due: step.due }}
              input={(values) => ({ newcomerId: newcomer.id, due: values["due"] })}
              send={t("welcome.step.plan")}
              kind="plain"
              onDone={() => tell({ words: t("welcome.saved") })}
            >
              <DateField name="due" label={t("welcome.step.due")} min={it.today} required />
            </Form>
          )}
          <Act
            command="newcomers.finishStep"
            input={{ newcomerId: newcomer.id, place: step.place, skipped: true }}
            may={it.may}
            onDone={finished}
          >
            {t("welcome.step.skip")}
          </Act>
        </details>
      )}
    </Sheet>
  )
}
