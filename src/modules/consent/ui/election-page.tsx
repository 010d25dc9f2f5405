import "./consent.css"
import { lazy, type ReactNode, Suspense } from "react"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Facts, Sheet } from "../../../shell/sheet.tsx"
import { Steps } from "../../../shell/steps.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { Asked } from "./asked.tsx"
import { Criteria } from "./criteria.tsx"
import { Changes, Counted, Spoken } from "./heard.tsx"
import { Lead } from "./lead.tsx"
import { PastProposals, Proposal } from "./proposal.tsx"
import { StepMark } from "./step-mark.tsx"

// Only who proclaims needs it.
const Proclaim = lazy(async () => ({ default: (await import("./proclaim.tsx")).Proclaim }))
const Decide = lazy(async () => ({ default: (await import("./proclaim.tsx")).Decide }))

export type It = ReadOf<"consent.read">

const steps = ["role", "nominations", "reasons", "changes", "proposal", "consent"] as const

/** One election without candidate: what is asked of oneself now, then all that was said. */
export const ElectionPage = () => {
  const it = useRead("consent.read", { electionId: useParam("electionId") })
  return <Reading of={it}>{(data) => <One of={data} />}</Reading>
}

const One = ({ of }: { of: It }) => {
  const t = useWords()
  const { election, may, me } = of
  const { step } = election
  const leads = may["consent.close"] === true
  const said = (of.nominations || of.current) && (
    <>
      {(step === "elected" || step === "closed") && <Proposal of={of} />}
      <PastProposals of={of} />
      <Changes of={of} />
      <Counted of={of} />
    </>
  )
  return (
    <Page
      title={t("consent.election.of", { what: election.what })}
      lead={election.body_name}
      marks={<StepMark step={step} />}
      crumbs={[{ words: t("consent.title"), to: "/elections-sans-candidat" }, { words: election.what }]}
      acts={
        step === "role" &&
        may["consent.change"] && (
          <Link className="button" to={`/elections-sans-candidat/${election.id}/modifier`}>
            {t("consent.change")}
          </Link>
        )
      }
    >
      {step !== "closed" && <Chain step={step} />}
      <Result of={of} />
      <FollowUp of={of} />
      {step === "role" && <p className="soft reading">{t("consent.role.lead")}</p>}
      {step === "consent" && <Proposal of={of} />}
      <Asked of={of} />
      <Lead of={of} />
      <Spoken of={of} />
      {me.asked && !leads ? (
        <Folded>
          {said}
          <About of={of} />
        </Folded>
      ) : (
        <>
          {said}
          <About of={of} />
        </>
      )}
    </Page>
  )
}

/** What follows, for whoever does it: proclaimed with its mandate, or the decision alone. */
const FollowUp = ({ of }: { of: It }) => {
  if (!of.to_proclaim && of.decision_said === null) return null
  return <Suspense>{of.to_proclaim ? <Proclaim of={of} /> : <Decide of={of} />}</Suspense>
}

/** On a phone that is asked something, the rest waits under one line. */
const Folded = ({ children }: { children: ReactNode }) => {
  const t = useWords()
  return (
    <details>
      <summary>{t("consent.so_far")}</summary>
      <div className="stack">{children}</div>
    </details>
  )
}

const Chain = ({ step }: { step: It["election"]["step"] }) => {
  const t = useWords()
  const at = step === "elected" ? steps.length : steps.indexOf(step as (typeof steps)[number])
  return (
    <Steps
      of={steps.map((one, nth) => ({
        words: t(`consent.step.${one}`),
        state: nth < at ? ("done" as const) : nth === at ? ("now" as const) : ("later" as const),
      }))}
    />
  )
}

/** In words, with the decision that was written of it. */
const Result = ({ of: { election, result, current, decision, proclaimed_at } }: { of: It }) => {
  const t = useWords()
  const say = useFigures()
  if (election.step === "closed")
    return (
      <Sheet title={t("consent.closed.title")} padded>
        <p>{election.closed_reason ?? t("consent.closed.draft")}</p>
      </Sheet>
    )
  if (!result || !current) return null
  return (
    <Sheet title={t("consent.result.title")} padded>
      <output className="lead">{result}</output>
      {current.conditions && <p>{t("consent.result.conditions", { conditions: current.conditions })}</p>}
      <p className="soft">{t("consent.result.frozen")}</p>
      {(decision || proclaimed_at) && (
        <Facts
          of={[
            decision && [
              t("votes.decision"),
              <Link key="d" to={`/decisions/${decision.id}`}>
                {decision.reference}
              </Link>,
            ],
            !!proclaimed_at && [t("votes.proclaimed"), say.moment(proclaimed_at)],
          ]}
        />
      )}
    </Sheet>
  )
}

/** The role, what it asks, for how long, who takes part. */
const About = ({ of: { election, meeting, participants } }: { of: It }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <Sheet title={t("consent.role")} padded>
      <Facts
        of={[
          [t("consent.for"), election.what],
          !!election.term && [t("consent.term"), election.term],
          !!meeting && [
            t("consent.meeting"),
            <Link key="meeting" to={`/reunions/${meeting.id}`}>
              {meeting.title}
            </Link>,
          ],
          participants.length > 0
            ? [
                t("consent.who"),
                t("consent.who.count", { count: participants.length, present: String(!election.roll_id) }),
              ]
            : [t("consent.who"), t(`consent.who.${election.electorate}`)],
          !!election.opened_at && [t("consent.opened"), say.moment(election.opened_at)],
        ]}
      />
      <Criteria of={election.criteria} />
    </Sheet>
  )
}
