import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { may } from "../../kernel/command.ts"
import { valueInWords } from "../../kernel/law/value-in-words.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { findBodyEvenClosed } from "../bodies/contract.ts"
import { decisionOfBallot } from "../decisions/contract.ts"
import { lineOfRoll, reasonsInWords } from "../members/contract.ts"
import { type Ballot, hasUrn, isGuarded, stateOf } from "./ballot.ts"
import { cancelBallot } from "./cancel.ts"
import { changeBallot } from "./change.ts"
import { closeBallot } from "./close.ts"
import { decideTie } from "./decide-tie.ts"
import { contestBallot } from "./contest/contest.ts"
import { contestsOf } from "./contest/of-ballot.ts"
import { settleContest } from "./contest/settle.ts"
import { drawLot } from "./draw-lot.ts"
import { extendBallot } from "./extend.ts"
import { roomInWords } from "./meeting-room.ts"
import { prepareNextRound } from "./next-round.ts"
import { papersOfBallot } from "./papers/papers.ts"
import { openBallot, ruleOfMajority, ruleOfQuorum } from "./open.ts"
import { outcomeInWords } from "./outcome-in-words.ts"
import { decideByBallot } from "./proclaim/decide.ts"
import { followUp } from "./proclaim/follow-up.ts"
import { proclaimBallot } from "./proclaim/proclaim.ts"
import { contestable } from "./contest/contestable.ts"
import { destroyUrn } from "./secret/destroy-urn.ts"
import { urnOfBallot } from "./secret/lay-urn.ts"
import { rehearsedOf } from "./secret/rehearsed.ts"
import { signPaper } from "./secret/sign-paper.ts"
import { findBallot, isBallotSeen } from "./seen.ts"
import { stopVoting } from "./stop.ts"
import { takeBallotBack } from "./take-back.ts"
import { typeFigures } from "./type-figures.ts"
import { typings } from "./typings.ts"
import { whoVotedWhat } from "./who-voted.ts"

/** One vote: what is asked, where it stands, what oneself may do; what came out only once it is closed. */
export const readBallot = read({
  name: "votes.read",
  input: z.object({
    ballotId: z.uuid(),
    limit: z.int().min(1).max(2000).default(200),
    after: z.int().min(0).max(10_000_000).default(0),
  }),
  find: ({ ballotId }, given) => findBallot(ballotId, given),
  allow: isSignedIn,
  async run({ input: { limit, after }, subject: ballot, ...given }) {
    const { actor, db, now } = given
    const { organisation_id: _, result, rule: __, meeting_room: ___, ...shown } = ballot
    const body = await findBodyEvenClosed(ballot.body_id, db)
    const rule = await ruleOfMajority(ballot, given)
    const quorum = await ruleOfQuorum(ballot, given)
    const acts = await may(
      ballot,
      [
        changeBallot,
        drawLot,
        openBallot,
        takeBallotBack,
        typeFigures,
        signPaper,
        stopVoting,
        prepareNextRound,
        extendBallot,
        decideTie,
        closeBallot,
        cancelBallot,
        destroyUrn,
        decideByBallot,
        proclaimBallot,
        contestBallot,
        settleContest,
      ],
      given,
    )
    const laid = ballot.manner === "secret" ? await urnOfBallot(ballot.id, given) : undefined
    return {
      ballot: { ...shown, state: stateOf(ballot, now), body_name: body!.name, zone: body!.zone },
      majority: rule && valueInWords(actor.language, { unit: "majority", value: rule }),
      quorum: quorum && valueInWords(actor.language, { unit: "quorum", value: quorum }),
      papers: await papersOfBallot(ballot.id, given),
      me: await standingOf(ballot, given),
      proxies: await proxiesHeld(ballot, given),
      voted: await votedIn(ballot, given),
      /** Too few voters for a figure before the close. */
      guarded: isGuarded(ballot),
      sealing: laid?.question ? { urn: laid.urn, question: laid.question } : null,
      meeting_room: await roomInWords(ballot, acts["votes.open"] === true, given),
      rehearsed: ballot.manner === "secret" ? (await rehearsedOf([ballot.id], given)).get(ballot.id)! : null,
      /** Of a secret vote: who has signed, on screen and on paper; and until when it may be contested. */
      signed: ballot.closed_at && ballot.manner === "secret" ? await signedIn(ballot.id, given) : null,
      contested_until: await contestable(ballot, given),
      /** Its envelopes are there, for a receipt to be looked up. */
      has_sealed: laid !== undefined,
      contests: await contestsOf(ballot, acts["votes.decide"] === true, given),
      decision: await decisionOfBallot(ballot.id, given),
      ...(await followUp(ballot, acts, given)),
      typings: acts["votes.typeFigures"] ? await typings(ballot, given) : null,
      /** Its ballots can be taken out, to be counted again. */
      urn: hasUrn(ballot) && (ballot.manner !== "secret" || laid !== undefined),
      /** Who may stand in the round that follows, until it is prepared. */
      next: result?.count?.next ?? null,
      rounds_of: await roundsOf(ballot, given),
      outcome: result && outcomeInWords(ballot, result, actor.language),
      names:
        ballot.closed_at && ballot.manner === "named" ? await whoVotedWhat(ballot.id, { limit, after }, given) : null,
      may: acts,
    }
  },
})

/** How it is with whoever reads: may they vote, why not, and what they voted; of a secret vote, only that they did. */
const standingOf = async (ballot: Ballot, { actor, db }: Circumstances) => {
  if (!ballot.roll_id) return null
  const line = await lineOfRoll(ballot.roll_id, actor.personId!, db)
  const cast = await db
    .selectFrom("ballot_votes")
    .select(["choice", "cast_at"])
    .where("ballot_id", "=", ballot.id)
    .where("person_id", "=", actor.personId!)
    .executeTakeFirst()
  const signature = await db
    .selectFrom("ballot_signatures")
    .select("how")
    .where("ballot_id", "=", ballot.id)
    .where("person_id", "=", actor.personId!)
    .executeTakeFirst()
  return {
    entitled: line?.entitled ?? false,
    why: line ? reasonsInWords(line.reasons, actor.language) : null,
    cast: cast ?? null,
    signed: signature?.how ?? null,
  }
}

/** For whom one votes beside oneself, and whether one has. */
const proxiesHeld = async ({ id, operation_id }: Ballot, { actor, db }: Circumstances) => {
  if (!operation_id) return []
  const { rows } = await sql<{ id: string; name: string; voted: boolean }>`
    select x.giver_id as id, p.given_name || ' ' || p.family_name as name,
           exists (select from ballot_votes v where v.organisation_id = x.organisation_id and v.ballot_id = ${id} and v.person_id = x.giver_id)
           or exists (select from ballot_signatures s where s.organisation_id = x.organisation_id and s.ballot_id = ${id} and s.person_id = x.giver_id) as voted
      from operation_proxies x join people p on (p.organisation_id, p.id) = (x.organisation_id, x.giver_id)
     where x.operation_id = ${operation_id} and x.holder_id = ${actor.personId} order by p.folded collate "C"`.execute(
    db,
  )
  return rows
}

/** How many have voted; null where it would tell too much, or where nobody knows. */
const votedIn = async (ballot: Ballot, { db }: Circumstances): Promise<number | null> => {
  if (ballot.manner === "hand" || ballot.manner === "paper" || (isGuarded(ballot) && !ballot.closed_at)) return null
  const { count } = await db
    .selectFrom(ballot.manner === "named" ? "ballot_votes" : "ballot_signatures")
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .where("ballot_id", "=", ballot.id)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The rounds of one vote, of which this is one. */
const roundsOf = async (ballot: Ballot, { actor, db, now }: Circumstances) => {
  if (ballot.rounds === 1) return []
  const { rows } = await sql<{ id: string; round: number }>`
    with recursive before as (
      select id, follows_id, round, organisation_id from ballots where id = ${ballot.id}
      union all select b.id, b.follows_id, b.round, b.organisation_id from ballots b join before x on (b.organisation_id, b.id) = (x.organisation_id, x.follows_id)
    ), after as (
      select id, round, organisation_id from ballots where id = ${ballot.id}
      union all select b.id, b.round, b.organisation_id from ballots b join after x on (b.organisation_id, b.follows_id) = (x.organisation_id, x.id)
       where b.cancelled_at is null
    )
    select b.id, b.round from ballots b
     where b.id in (select id from before union select id from after) and ${isBallotSeen(actor.personId!, dayOf(now))}
     order by b.round`.execute(db)
  return rows
}

const signedIn = async (ballotId: string, { db }: Circumstances) => {
  const rows = await db
    .selectFrom("ballot_signatures")
    .select(({ fn }) => ["how", fn.countAll<string>().as("count")])
    .where("ballot_id", "=", ballotId)
    .groupBy("how")
    .execute()
  const of = (how: string) => Number(rows.find((one) => one.how === how)?.count ?? 0)
  return { screen: of("screen"), paper: of("paper") }
}
