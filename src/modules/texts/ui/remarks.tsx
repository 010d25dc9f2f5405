import { type RefObject, useEffect, useState } from "react"
import { Act } from "../../../shell/act.tsx"
import { redlineWords } from "../../../kernel/redline/words.ts"
import { LongTextField } from "../../../shell/fields.tsx"
import { Form, useField } from "../../../shell/form.tsx"
import { Redline } from "../../../shell/redline.tsx"
import { useSession } from "../../../shell/session.tsx"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import type { TextRead } from "./text-page.tsx"
import { type Chosen, usePassage, usePassagesShown } from "./use-passage.ts"

type Remark = TextRead["remarks"][number]

/** What was said of passages of the text, and saying more: one selects some words, or copies them into the field. */
export const Remarks = ({ of, text }: { of: TextRead; text: RefObject<HTMLElement | null> }) => {
  const t = useWords()
  const chosen = usePassage(text)
  const { remarks, may, open } = of
  // A selection opens the form; somebody who closed it is left alone until the next one.
  const [toggled, setToggled] = useState<{ at: Chosen | undefined; open: boolean }>({ at: undefined, open: false })
  const isOpen = toggled.at === chosen ? toggled.open : Boolean(chosen)
  usePassagesShown(
    text,
    remarks.filter(({ state }) => state === "open").map(({ passage }) => passage),
  )
  const mayRemark = open && may["texts.remark"] && of.text.doc !== null
  if (remarks.length === 0 && !mayRemark) return null
  return (
    <Sheet title={t("texts.remarks")}>
      {remarks.length > 0 && (
        <Rows>
          {remarks.map((remark) => (
            <One key={remark.id} remark={remark} of={of} />
          ))}
        </Rows>
      )}
      {mayRemark && (
        <details
          className="pad"
          open={isOpen}
          onToggle={(event) => setToggled({ at: chosen, open: event.currentTarget.open })}
        >
          <summary>{t("texts.remark.new")}</summary>
          <Form
            command="texts.remark"
            input={(values) => ({
              textId: of.text.id,
              passage: String(values["passage"] ?? ""),
              near: chosen && chosen.passage === values["passage"] ? chosen.near : 0,
              said: values["said"] || null,
              proposed: values["proposes"] === values["passage"] ? null : (values["proposes"] ?? null),
            })}
            send={t("texts.remark")}
            kind="plain"
            onDone={() => tell({ words: t("texts.remark.done") })}
          >
            <Passage chosen={chosen} />
            <LongTextField
              name="proposes"
              label={t("texts.remark.proposes")}
              hint={t("texts.remark.proposes.hint")}
              rows={2}
            />
            <LongTextField name="said" label={t("texts.remark.said")} rows={2} />
          </Form>
        </details>
      )}
    </Sheet>
  )
}

// What is selected in the text fills the field, and what one would put there begins as it is.
const Passage = ({ chosen }: { chosen: Chosen | undefined }) => {
  const t = useWords()
  const passage = useField("passage")
  const proposes = useField("proposes")
  useEffect(() => {
    if (!chosen || chosen.passage === passage.value) return
    passage.set(chosen.passage)
    proposes.set(chosen.passage)
    // oxlint-disable-next-line react/exhaustive-deps -- follows what is selected, and nothing else
  }, [chosen])
  return (
    <LongTextField
      name="passage"
      label={t("texts.remark.passage")}
      hint={t("texts.remark.passage.hint")}
      rows={2}
      required
    />
  )
}

const One = ({ remark, of: { may, open } }: { remark: Remark; of: TextRead }) => {
  const t = useWords()
  const say = useFigures()
  const { person } = useSession()
  const { id, passage, said, proposed, by_name, made_at, made_by, state, answer, holds } = remark
  const isOpen = open && state === "open"
  const mayWrite = Boolean(may["texts.save"])
  return (
    <Row
      soft={[by_name, say.ago(made_at)].filter(Boolean).join(" · ")}
      end={
        state !== "open" && <Mark {...(state === "taken" ? { kind: "good" } : {})}>{t(`texts.remark.${state}`)}</Mark>
      }
      below={
        isOpen && (
          <span className="bar">
            {mayWrite && proposed !== null && holds && (
              <Act
                command="texts.takeSuggestion"
                input={{ remarkId: id }}
                kind="plain"
                done={t("texts.remark.taken_done")}
              >
                {t("texts.remark.take")}
              </Act>
            )}
            {(mayWrite || made_by === person?.id) && (
              <Act command="texts.settleRemark" input={{ remarkId: id }}>
                {t(
                  made_by === person?.id
                    ? "texts.remark.take_back"
                    : proposed === null
                      ? "texts.remark.settle"
                      : "texts.remark.refuse",
                )}
              </Act>
            )}
          </span>
        )
      }
    >
      {proposed === null ? (
        <span className="prose">«&#160;{passage}&#160;»</span>
      ) : (
        <Redline of={[{ pieces: redlineWords(passage, proposed) }]} />
      )}
      {said && <span className="pre under">{said}</span>}
      {answer && <span className="soft pre under">{answer}</span>}
      {isOpen && !holds && <span className="soft under">{t("texts.remark.gone")}</span>}
    </Row>
  )
}
