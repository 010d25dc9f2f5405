import { useState } from "react"
import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Facts, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { Extend } from "./extend.tsx"
import { Contests } from "./proclaim/contests.tsx"
import { FiguresForm } from "./figures-form.tsx"
import { FollowUp } from "./proclaim/follow-up.tsx"
import { Names, Outcome, useSaidChoice } from "./outcome.tsx"
import { MeetingRoom } from "./meeting-room.tsx"
import { Papers } from "./papers.tsx"
import { RehearsedWords } from "./secret/rehearsed.tsx"
import { BallotPrint } from "./print.tsx"
import { Rounds } from "./rounds.tsx"
import { Secret } from "./secret/secret-form.tsx"
import { StateMark } from "./state-mark.tsx"
import { Tie } from "./tie.tsx"
import { VoteForm } from "./vote-form.tsx"
import { VotersList } from "./voters-list.tsx"

type It = ReadOf<"votes.read">
const AT_ONCE = 200

/** One vote: the question, one’s own vote, how many have voted, and what came out once it is closed. */
export const BallotPage = () => {
  const [limit, setLimit] = useState(AT_ONCE)
  const asked = { ballotId: useParam("ballotId"), limit }
  const it = useRead("votes.read", asked, { keepPrevious: true })
  return (
    <Reading of={it}>
      {(data) => (
        <>
          {data.ballot.state === "open" && <Turnout of={data} asked={asked} />}
          <One of={data} onMore={() => setLimit((before) => Math.min(2000, before + AT_ONCE))} />
        </>
      )}
    </Reading>
  )
}

/** A vote tells no page that it was given: who has this one open asks again from time to time, who holds it more often. */
const Turnout = ({ of: { may }, asked }: { of: It; asked: { ballotId: string; limit: number } }) => {
  useRead("votes.read", asked, { keepPrevious: true, every: may["votes.close"] ? 4000 : 20_000 })
  return null
}

const One = ({ of, onMore }: { of: It; onMore: () => void }) => {
  const t = useWords()
  const { ballot } = of
  return (
    <Page
      title={ballot.title}
      lead={ballot.round > 1 ? `${ballot.body_name}, ${t("votes.round", { n: ballot.round })}` : ballot.body_name}
      marks={<StateMark state={ballot.state} />}
      crumbs={[{ words: t("votes.title"), to: "/votes" }, { words: ballot.title }]}
      acts={<Acts of={of} />}
    >
      {ballot.question && (
        <Sheet title={t("votes.field.question")} padded>
          <p className="reading" style={{ whiteSpace: "pre-line" }}>
            {ballot.question}
          </p>
        </Sheet>
      )}
      <Papers of={of} />
      {ballot.state === "prepared" && <Prepared of={of} />}
      {ballot.manner === "named" && (ballot.state === "open" || ballot.state === "ended") && <Mine of={of} />}
      {ballot.manner === "secret" && (ballot.state === "open" || ballot.state === "ended") && <Secret of={of} />}
      {ballot.manner === "secret" && ballot.opened_at && !ballot.closed_at && <VotersList of={of} />}
      {/* Papers are counted once nobody can add one. */}
      {(ballot.state === "ended" || (ballot.state === "open" && ballot.manner !== "secret")) && <FiguresForm of={of} />}
      <Outcome of={of} />
      <FollowUp of={of} />
      <Rounds of={of} />
      <Tie of={of} />
      <Extend of={of} />
      <Contests of={of} />
      <About of={of} />
      <BallotPrint of={of} />
      <Names of={of} onMore={onMore} />
    </Page>
  )
}

/** Before it opens: what voters will read, and what is still to be done. */
const Prepared = ({ of }: { of: It }) => {
  const { ballot, rehearsed } = of
  const t = useWords()
  const order = ballot.lot?.map((at) => ballot.candidates[at]) ?? []
  return (
    <Sheet title={t("votes.prepared")} padded>
      <p>{t("votes.prepared.lead")}</p>
      {ballot.candidates.length > 0 && (
        <ul>
          {ballot.candidates.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
      {ballot.between_equals === "lot" && (
        <p>{order.length ? t("votes.lot.order", { names: order.join(", ") }) : t("votes.lot.missing")}</p>
      )}
      <MeetingRoom of={of} />
      {rehearsed && (
        <p role="note">
          <RehearsedWords of={rehearsed} />
        </p>
      )}
    </Sheet>
  )
}

const Mine = ({ of: { ballot, me, proxies } }: { of: It }) => {
  const t = useWords()
  const say = useSaidChoice(ballot)
  const figures = useFigures()
  const mayVote = me?.entitled && ballot.state === "open"
  return (
    <Sheet title={t("votes.your_vote")} padded>
      {me && !me.entitled && <p>{me.why ? t("votes.not_yours.why", { why: me.why }) : t("votes.not_yours")}</p>}
      {me?.cast && (
        <output>{t("votes.cast.done", { choice: say(me.cast.choice), at: figures.moment(me.cast.cast_at) })}</output>
      )}
      {me?.entitled && ballot.state === "ended" && <p>{t("votes.ended.lead")}</p>}
      {mayVote && (!me.cast || ballot.changeable) && (
        <>
          <p className="soft">
            {t("votes.by_name")} {t(ballot.changeable ? "votes.by_name.change" : "votes.by_name.once")}
          </p>
          <VoteForm ballot={ballot} again={me.cast !== null} />
        </>
      )}
      {ballot.state === "open" &&
        proxies.map(({ id, name, voted }) =>
          voted && !ballot.changeable ? (
            <p key={id}>{t("votes.proxy.done", { name })}</p>
          ) : (
            <section key={id} className="stack">
              <h3>{t("votes.proxy.for", { name })}</h3>
              <VoteForm ballot={ballot} again={voted} forId={id} />
            </section>
          ),
        )}
    </Sheet>
  )
}

/** How it is counted, who may vote, until when, and how many have. */
const About = ({ of }: { of: It }) => {
  const { ballot, majority, quorum, voted, guarded } = of
  const t = useWords()
  const say = useFigures()
  const order = ballot.lot?.map((at) => ballot.candidates[at]).join(", ")
  return (
    <Sheet title={t("votes.about")} padded>
      <Facts
        of={[
          voted !== null &&
            ballot.entitled !== null && [
              t("votes.turnout"),
              t("votes.turnout.of", { voted, entitled: ballot.entitled }),
            ],
          guarded && !ballot.closed_at && [t("votes.turnout"), t("votes.turnout.few")],
          voted === null && ballot.entitled !== null && [t("votes.entitled"), say.number(ballot.entitled)],
          [t("votes.field.manner"), t(`votes.manner.${ballot.manner}`)],
          [t("votes.field.method"), majority ?? t(`votes.method.${ballot.method}`)],
          ballot.rounds > 1 && [t("votes.field.rounds"), t(`votes.rounds.${ballot.rounds > 2 ? "3" : "2"}`)],
          ballot.seats > 0 && [t("votes.field.seats"), say.number(ballot.seats)],
          ballot.kind !== "yes_no" && [
            t("votes.field.equals"),
            order && ballot.between_equals === "lot"
              ? t("votes.lot.order", { names: order })
              : t(`votes.equals.${ballot.between_equals}`),
          ],
          ballot.parity && [t("votes.field.parity"), t("votes.parity.yes")],
          !!ballot.operation_id && [
            t("votes.operation"),
            <Link key="o" to={`/votes/operations/${ballot.operation_id}`}>
              {t("votes.operation.see")}
            </Link>,
          ],
          [t("votes.field.electorate"), t(`votes.electorate.${ballot.electorate}`)],
          [t("votes.field.day"), say.day(ballot.on_day)],
          quorum !== null && [t("votes.field.quorum"), quorum],
          !!ballot.ends_at && !ballot.closed_at && [t("votes.ends"), say.moment(ballot.ends_at)],
          !!ballot.latest_at && !ballot.closed_at && [t("votes.latest"), say.moment(ballot.latest_at)],
          !!ballot.opened_at && [t("votes.opened"), say.moment(ballot.opened_at)],
          !!ballot.closed_at && [t("votes.closed"), say.moment(ballot.closed_at)],
        ]}
      />
      {!ballot.closed_at && ballot.opened_at && (
        <>
          <MeetingRoom of={of} />
          <p className="soft">{t("votes.no_result_yet")}</p>
        </>
      )}
    </Sheet>
  )
}

const Acts = ({ of: { ballot, may, voted, contested_until, has_sealed } }: { of: It }) => {
  const t = useWords()
  const key = { ballotId: ballot.id }
  const isOpen = ballot.state === "open" || ballot.state === "ended"
  return (
    <>
      {ballot.state === "prepared" && (
        <>
          {ballot.between_equals === "lot" && !ballot.lot && (
            <Act command="votes.drawLot" input={key} may={may} kind="plain">
              {t("votes.lot.draw")}
            </Act>
          )}
          <Act
            command="votes.open"
            input={key}
            may={may}
            kind="main"
            confirm={{ title: t("votes.open.title"), words: t("votes.open.words") }}
          >
            {t("votes.open")}
          </Act>
          {may["votes.change"] && !ballot.follows_id && (
            <Link className="button" to={`/votes/${ballot.id}/modifier`}>
              {t("votes.change")}
            </Link>
          )}
        </>
      )}
      {ballot.manner === "secret" && ballot.state === "open" && (
        <Act
          command="votes.stop"
          input={key}
          may={may}
          kind="plain"
          confirm={{ title: t("votes.stop.title"), words: t("votes.stop.words") }}
        >
          {t("votes.stop")}
        </Act>
      )}
      {has_sealed &&
        contested_until &&
        Temporal.Instant.compare(Temporal.Instant.from(contested_until), Temporal.Now.instant()) <= 0 && (
          <Act
            command="votes.destroyUrn"
            input={key}
            may={may}
            kind="danger"
            confirm={{ title: t("votes.destroy.title"), words: t("votes.destroy.words") }}
          >
            {t("votes.destroy")}
          </Act>
        )}
      {isOpen && !(ballot.manner === "secret" && ballot.state === "open") && (
        <Act
          command="votes.close"
          input={key}
          may={may}
          kind="plain"
          confirm={{ title: t("votes.close.title"), words: t("votes.close.words") }}
        >
          {t("votes.close")}
        </Act>
      )}
      {isOpen && !voted && (
        <Act command="votes.takeBack" input={key} may={may}>
          {t("votes.take_back")}
        </Act>
      )}
      {(isOpen || ballot.state === "prepared") && (
        <Act
          command="votes.cancel"
          input={key}
          may={may}
          kind="danger"
          confirm={{ title: t("votes.cancel.title"), words: t("votes.cancel.words") }}
        >
          {t("votes.cancel")}
        </Act>
      )}
    </>
  )
}
