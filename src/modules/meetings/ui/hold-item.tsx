import { Act } from "../../../shell/act.tsx"
import { DateField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { RichText } from "../../../shell/rich-text.tsx"
import { Facts, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { DecisionFields, decisionInput, decisionValues } from "./decision-fields.tsx"
import type { Held, HeldItem } from "./held.ts"
import { Outcome } from "./hold-outcome.tsx"
import { useClock } from "./hold-room.tsx"
import { meetingPath } from "./meeting-head.tsx"
import { NotesField } from "./notes-field.tsx"
import { Papers } from "./papers.tsx"

/** One item as it is held: what it is about, notes, what is decided, who is charged. */
export const HoldItem = ({ of, item }: { of: Held; item: HeldItem }) => {
  const t = useWords()
  const say = useFigures()
  const clock = useClock(of)
  const n = of.items.indexOf(item) + 1
  if (item.hidden)
    return (
      <Sheet title={`${n}. ${t("meetings.item.hidden")}`} padded>
        <p className="soft">{t("meetings.item.hidden.lead")}</p>
      </Sheet>
    )
  const isHeld = of.state === "open" || of.state === "closed"
  const isFixed = of.minutes_state === "circulated" || of.minutes_state === "approved"
  const mayChange = isHeld && !isFixed
  return (
    <>
      <Sheet title={`${n}. ${item.title}`} aside={<Outcome of={item} />} padded>
        <Facts
          of={[
            item.presenter_name !== null && [t("meetings.item.presenter"), item.presenter_name],
            [t("meetings.hold.time"), item.opened_at ? clock(item.opened_at) : say.lasting(item.minutes)],
            item.confidential && [t("meetings.item.confidential.short"), t("meetings.minutes.hidden")],
          ]}
        />
        {item.about_meeting_id && (
          <p>
            <Link to={meetingPath(item.about_meeting_id, "approve")}>{t("meetings.hold.approval.read")}</Link>
          </p>
        )}
        {item.description && <RichText of={item.description} />}
        {item.papers.length > 0 && <Papers of={item.papers} />}
        {mayChange && of.may["agenda.note"] ? (
          <NotesField itemId={item.id} notes={item.notes} label={t("meetings.hold.notes")} />
        ) : (
          item.notes && <RichText of={item.notes} />
        )}
      </Sheet>
      <Decisions of={of} item={item} mayChange={mayChange} />
      <Tasks of={of} item={item} mayChange={mayChange} />
      {mayChange && of.may["agenda.finish"] && <Outcomes of={of} item={item} />}
    </>
  )
}

const Decisions = ({ of, item, mayChange }: { of: Held; item: HeldItem; mayChange: boolean }) => {
  const t = useWords()
  const mayTake = mayChange && of.may["decisions.take"]
  const isApproval = item.automatic === "approve-minutes"
  if (item.decisions.length === 0 && !mayTake) return null
  const last = item.decisions.at(-1)
  return (
    <Sheet title={t("meetings.hold.decisions")}>
      {item.decisions.map((decision) => (
        <div key={decision.id} className="pad stack">
          <p>
            <b>{t("meetings.hold.decision", { number: decision.number })}</b>{" "}
            <Mark kind={decision.adopted ? "good" : "bad"}>
              {t(decision.adopted ? "meetings.hold.adopted" : "meetings.hold.rejected")}
            </Mark>
          </p>
          <p className="prose">{decision.text}</p>
          <p className="soft">
            {decision.how === "consent"
              ? t("meetings.minutes.consent")
              : decision.votes_for !== null &&
                t("meetings.minutes.result", {
                  adopted: String(decision.adopted),
                  for: decision.votes_for,
                  against: decision.votes_against,
                  abstained: decision.abstentions,
                  blank: decision.blank,
                })}
          </p>
          {decision.explanation.length > 0 && (
            <div className="law">
              <details>
                <summary className="soft">{t("meetings.hold.how")}</summary>
                <ol>
                  {decision.explanation.map((step) => (
                    <li key={step}>{step}</li>
                  ))}
                </ol>
              </details>
            </div>
          )}
          {mayChange && !decision.by_vote && of.may["decisions.correct"] && (
            <details>
              <summary className="soft">{t("meetings.hold.correct")}</summary>
              <Form
                command="decisions.correct"
                kind="plain"
                draft={`decisions.correct.${decision.id}`}
                initial={decisionValues(decision)}
                input={(values) => ({ decisionId: decision.id, ...decisionInput(values, of) })}
                send={t("meetings.item.save")}
              >
                <DecisionFields of={of} />
              </Form>
            </details>
          )}
        </div>
      ))}
      {/* For who does not see it appear above the form. */}
      <output className="unseen">
        {last &&
          `${t("meetings.hold.decision", { number: last.number })}, ${t(last.adopted ? "meetings.hold.adopted" : "meetings.hold.rejected")}`}
      </output>
      {mayTake && (
        <div className="pad stack">
          <details open={item.purpose === "decide" && item.decisions.length === 0}>
            <summary>{t("meetings.hold.decide")}</summary>
            <Form
              command="decisions.take"
              draft={`decisions.take.${item.id}`}
              kind="plain"
              initial={{
                text: item.proposed_decision ?? (isApproval ? t("meetings.hold.approval") : ""),
                how: "consent",
              }}
              input={(values) => ({ itemId: item.id, ...decisionInput(values, of) })}
              send={t("meetings.hold.decide.send")}
            >
              <DecisionFields of={of} />
            </Form>
          </details>
        </div>
      )}
    </Sheet>
  )
}

const Tasks = ({ of, item, mayChange }: { of: Held; item: HeldItem; mayChange: boolean }) => {
  const t = useWords()
  const say = useFigures()
  const mayCharge = mayChange && of.may["agenda.charge"]
  if (item.tasks.length === 0 && !mayCharge) return null
  return (
    <Sheet title={t("meetings.hold.tasks")}>
      <Rows>
        {item.tasks.map((task) => (
          <Row
            key={task.id}
            soft={[task.owner_name ?? t("meetings.hold.task.nobody"), task.due && say.dayOfYear(task.due)]
              .filter(Boolean)
              .join(" · ")}
          >
            {task.what}
          </Row>
        ))}
      </Rows>
      {mayCharge && (
        <div className="pad stack">
          <details>
            <summary>{t("meetings.hold.charge")}</summary>
            <Form
              command="agenda.charge"
              draft={`agenda.charge.${item.id}`}
              kind="plain"
              input={({ what, owner, due }) => ({
                itemId: item.id,
                decisionId: item.decisions.at(-1)?.id ?? null,
                what: what ?? "",
                ownerId: owner?.id ?? null,
                due: due || null,
              })}
              send={t("meetings.hold.charge.send")}
            >
              <TextField name="what" label={t("meetings.hold.task.what")} required />
              <PickField name="owner" label={t("meetings.hold.task.who")} />
              <DateField name="due" label={t("meetings.hold.task.due")} />
            </Form>
          </details>
        </div>
      )}
    </Sheet>
  )
}

/** What came of it; the choice that stands is marked. */
const Outcomes = ({ of, item }: { of: Held; item: HeldItem }) => {
  const t = useWords()
  const choices = (["discussed", "informed", "postponed"] as const).filter((one) => one !== item.outcome)
  return (
    <div className="bar">
      <span className="soft">{t("meetings.hold.finish")}</span>
      {choices.map((outcome) => (
        <Act
          key={outcome}
          command="agenda.finish"
          input={{ itemId: item.id, outcome }}
          may={of.may}
          kind="plain"
          done={t(`meetings.hold.outcome.${outcome}`)}
        >
          {t(`meetings.hold.finish.${outcome}`)}
        </Act>
      ))}
    </div>
  )
}
