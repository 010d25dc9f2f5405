import { useState } from "react"
import { Act } from "../../../shell/act.tsx"
import { ChoiceField, LongTextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { Mark, Rows, Row, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { type MeetingRead, type Proposal, itemPath } from "./agenda-list.tsx"

/** What members proposed, for whoever answers; and for each member what became of their own. */
export const Proposals = ({ of }: { of: MeetingRead }) => {
  const t = useWords()
  if (of.proposals.length === 0) return null
  return (
    <div id="propositions">
      <Sheet title={t("meetings.proposals.title")}>
        <Rows>
          {of.proposals.map((item) => (
            <OneProposal key={item.id} of={of} item={item} />
          ))}
        </Rows>
      </Sheet>
    </div>
  )
}

const OneProposal = ({ of, item }: { of: MeetingRead; item: Proposal }) => {
  const t = useWords()
  const say = useFigures()
  const soft = [
    t(`meetings.purpose.${item.purpose}`),
    say.lasting(item.minutes),
    item.proposed_by_name,
    item.proposed_at && say.ago(item.proposed_at),
  ]
  return (
    <Row soft={soft.filter(Boolean).join(" · ")}>
      <Link to={itemPath(of.meeting.id, item.id)}>{item.title}</Link> <Outcome of={item} />
      {item.state === "proposed" && <Answers of={of} item={item} />}
    </Row>
  )
}

const Outcome = ({ of: item }: { of: Proposal }) => {
  const t = useWords()
  if (item.state === "proposed") return <Mark kind="wait">{t("meetings.proposals.state.proposed")}</Mark>
  return (
    <>
      <Mark kind={item.state === "merged" ? "good" : "bad"}>{t.named(`meetings.proposals.state.${item.state}`)}</Mark>
      {item.refused_reason && <span className="under">{item.refused_reason}</span>}
      {item.merged_into_title && (
        <span className="under">{t("meetings.proposals.into", { title: item.merged_into_title })}</span>
      )}
    </>
  )
}

const Answers = ({ of: { may, items }, item }: { of: MeetingRead; item: Proposal }) => {
  const t = useWords()
  const [open, setOpen] = useState<"refuse" | "merge" | undefined>(undefined)
  return (
    <>
      <span className="bar">
        <Act
          command="agenda.accept"
          input={{ itemId: item.id }}
          may={may}
          kind="plain"
          done={t("meetings.proposals.accepted")}
        >
          {t("meetings.proposals.accept")}
        </Act>
        {may["agenda.merge"] && items.length > 0 && (
          <button
            type="button"
            className="button quiet"
            onClick={() => setOpen(open === "merge" ? undefined : "merge")}
          >
            {t("meetings.proposals.merge")}
          </button>
        )}
        {may["agenda.refuse"] && (
          <button
            type="button"
            className="button quiet"
            onClick={() => setOpen(open === "refuse" ? undefined : "refuse")}
          >
            {t("meetings.proposals.refuse")}
          </button>
        )}
        <Act
          command="agenda.withdraw"
          input={{ itemId: item.id }}
          may={item.may}
          done={t("meetings.proposals.withdrawn")}
        >
          {t("meetings.proposals.withdraw")}
        </Act>
      </span>
      {open === "refuse" && (
        <Form
          command="agenda.refuse"
          draft={`agenda.refuse.${item.id}`}
          input={(values) => ({ itemId: item.id, reason: values["reason"] })}
          send={t("meetings.proposals.refuse")}
          kind="plain"
        >
          <LongTextField
            name="reason"
            label={t("meetings.proposals.reason")}
            hint={t("meetings.proposals.reason.hint")}
            rows={2}
            required
          />
        </Form>
      )}
      {open === "merge" && (
        <Form
          command="agenda.merge"
          draft={false}
          input={(values) => ({ itemId: item.id, intoId: values["intoId"] })}
          send={t("meetings.proposals.merge.send")}
          kind="plain"
        >
          <ChoiceField
            name="intoId"
            label={t("meetings.proposals.into.label")}
            as="select"
            required
            options={items.map(({ id, title }) => ({ value: id, words: title ?? t("meetings.item.hidden") }))}
          />
        </Form>
      )}
    </>
  )
}
