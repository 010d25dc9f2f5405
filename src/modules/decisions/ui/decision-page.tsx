import { About } from "../../../shell/about.tsx"
import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Facts, Mark, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { MatterField } from "../../matters/ui/contract.tsx"
import { TaskRows } from "../../tasks/ui/contract.tsx"
import { How } from "./how.tsx"
import { StateMark } from "./state-mark.tsx"

type Answer = ReadOf<"decisions.read">

/** A decision: what was decided, how, what it asked for and what became of it. */
export const DecisionPage = () => (
  <Reading of={useRead("decisions.read", { decisionId: useParam("decisionId") })}>
    {(of) => <OneDecision of={of} />}
  </Reading>
)

const OneDecision = ({ of }: { of: Answer }) => {
  const t = useWords()
  const say = useFigures()
  const { decision, tasks } = of
  return (
    <Page
      title={decision.title}
      crumbs={[{ words: t("decisions.list.title"), to: "/decisions" }, { words: decision.reference }]}
      lead={[decision.body_name, say.dayOfYear(decision.taken_at)].join(" · ")}
      marks={
        <>
          <StateMark of={decision.state} />
          {of.irregular && <Mark kind="bad">{t("decisions.irregular")}</Mark>}
          {decision.confidential && <Mark>{t("decisions.confidential")}</Mark>}
        </>
      }
      main={<MainAct of={of} />}
      side={
        <>
          <DecisionFacts of={of} />
          <Attaching of={of} />
        </>
      }
      acts={<OtherActs of={of} />}
      history={<About kind="decision" id={decision.id} />}
    >
      <Replaced of={of} />
      <Sheet title={t(decision.adopted ? "decisions.text" : "decisions.text.rejected")} padded>
        <div className="prose">
          {decision.text.split(/\n{2,}/).map((paragraph, index) => (
            <p key={index} className="lines">
              {paragraph}
            </p>
          ))}
        </div>
      </Sheet>
      <How of={of} />
      <Sheet
        title={t("decisions.tasks")}
        aside={
          <Link to={`/taches/nouvelle?decision=${decision.id}&instance=${decision.body_id}`}>
            {t("decisions.task.give")}
          </Link>
        }
      >
        {tasks.length === 0 ? <p className="pad soft">{t("decisions.tasks.none")}</p> : <TaskRows of={tasks} />}
      </Sheet>
    </Page>
  )
}

// All is done: the page proposes what remains to be said. Until then carrying out is possible, and not the main act.
const MainAct = ({ of: { decision, may, seems_carried_out } }: { of: Answer }) => {
  const t = useWords()
  const input = { decisionId: decision.id }
  if (decision.state !== "in_force") return null
  return (
    <>
      {seems_carried_out && may["decisions.carryOut"] && <p className="soft">{t("decisions.all_done.lead")}</p>}
      <Act
        command="decisions.carryOut"
        input={input}
        may={may}
        kind={seems_carried_out ? "main" : "plain"}
        done={t("decisions.carried_out.done")}
        undo={() => ({ command: "decisions.reinstate", input })}
      >
        {t("decisions.carry_out")}
      </Act>
    </>
  )
}

const OtherActs = ({ of: { decision, may, next_meeting } }: { of: Answer }) => {
  const t = useWords()
  const say = useFigures()
  const input = { decisionId: decision.id }
  const stands = decision.state === "in_force" || decision.state === "carried_out"
  const where = next_meeting
    ? t("decisions.reopen.next", { title: next_meeting.title, day: say.dayOfYear(next_meeting.starts) })
    : t("decisions.reopen.later")
  return (
    <>
      {decision.meeting_id !== null && (
        <a className="button" href={`/decisions/${decision.id}/extrait.pdf`} download>
          {t("decisions.extract")}
        </a>
      )}
      {stands && may["decisions.setReview"] && (
        <Link className="button" to={`/decisions/${decision.id}/reexamen`}>
          {t("decisions.set_review")}
        </Link>
      )}
      {decision.state !== "superseded" && decision.state !== "rejected" && may["decisions.supersede"] && (
        <Link className="button" to={`/decisions/${decision.id}/remplacer`}>
          {t("decisions.supersede")}
        </Link>
      )}
      {stands && decision.ballot_id === null && decision.election_id === null && (
        <Act
          command="decisions.reopen"
          input={input}
          may={may}
          confirm={{ title: t("decisions.reopen.title"), words: where, act: t("decisions.reopen") }}
        >
          {t("decisions.reopen")}
        </Act>
      )}
      {(decision.state === "carried_out" || decision.state === "reopened") && (
        <Act command="decisions.reinstate" input={input} may={may}>
          {t("decisions.reinstate")}
        </Act>
      )}
    </>
  )
}

const DecisionFacts = ({ of: { decision } }: { of: Answer }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <Facts
      of={[
        [t("decisions.field.number"), decision.reference],
        decision.meeting_id !== null && [
          t("decisions.field.meeting"),
          <Link key="meeting" to={`/reunions/${decision.meeting_id}`}>
            {decision.meeting_title}
            {decision.meeting_starts && `, ${say.dayOfYear(decision.meeting_starts)}`}
          </Link>,
        ],
        decision.ballot_id !== null && [
          t("decisions.field.ballot"),
          <Link key="ballot" to={`/votes/${decision.ballot_id}`}>
            {t("decisions.by_vote", { day: say.dayOfYear(decision.taken_at) })}
          </Link>,
        ],
        decision.election_id !== null && [
          t("decisions.field.election"),
          <Link key="election" to={`/elections-sans-candidat/${decision.election_id}`}>
            {t("decisions.by_election", { day: say.dayOfYear(decision.taken_at) })}
          </Link>,
        ],
        decision.item_title !== null &&
          decision.item_title !== decision.title && [t("decisions.field.item"), decision.item_title],
        decision.matter_id !== null && [
          t("decisions.field.matter"),
          <Link key="matter" to={`/dossiers/${decision.matter_id}`}>
            {decision.matter_title}
          </Link>,
        ],
        decision.carried_out_on !== null && [t("decisions.field.carried_out"), say.dayOfYear(decision.carried_out_on)],
        decision.review_on !== null && [
          t("decisions.field.review"),
          <span key="review">
            {say.dayOfYear(decision.review_on)}
            <span className="soft under">{say.relative(decision.review_on)}</span>
          </span>,
        ],
      ]}
    />
  )
}

const Attaching = ({ of: { decision, may } }: { of: Answer }) => {
  const t = useWords()
  if (!may["decisions.attach"]) return null
  return (
    <details>
      <summary>{t("decisions.attach")}</summary>
      <Form
        command="decisions.attach"
        draft={false}
        initial={{
          matter:
            decision.matter_id && decision.matter_title
              ? { picked: true, id: decision.matter_id, words: decision.matter_title }
              : null,
        }}
        input={(values) => ({ decisionId: decision.id, matterId: values["matter"]?.id ?? null })}
        send={t("decisions.attach.send")}
        kind="plain"
        onDone={() => tell({ words: t("decisions.attached") })}
      >
        <MatterField
          name="matter"
          label={t("decisions.field.matter")}
          bodyId={decision.body_id}
          about={decision.title}
        />
      </Form>
    </details>
  )
}

const Replaced = ({ of: { decision, replaces } }: { of: Answer }) => {
  const t = useWords()
  const to = (id: string, words: string) => <Link to={`/decisions/${id}`}>{words}</Link>
  return (
    <>
      {decision.superseded_by && (
        <p>
          {t("decisions.replaced_by")}{" "}
          {to(decision.superseded_by, `${decision.superseded_by_reference} · ${decision.superseded_by_title}`)}
        </p>
      )}
      {replaces.map(({ id, reference, title }) => (
        <p key={id}>
          {t("decisions.replaces")} {to(id, `${reference} · ${title}`)}
        </p>
      ))}
    </>
  )
}
