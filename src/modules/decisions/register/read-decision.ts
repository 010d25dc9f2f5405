import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import type { Step } from "../../../kernel/law/explanation.ts"
import { inWords } from "../../../kernel/law/in-words.ts"
import { read } from "../../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../../kernel/rule.ts"
import { isMatterSeen } from "../../matters/contract.ts"
import { findTasks } from "../../tasks/contract.ts"
import { attachDecision } from "./attach.ts"
import { carryOutDecision } from "./carry-out.ts"
import type { Vote } from "../result.ts"
import { type Decision, seemsCarriedOut } from "./decision.ts"
import { findNextMeeting } from "./next-meeting.ts"
import { isDecisionSeen } from "./seen.ts"
import { reinstateDecision } from "./reinstate.ts"
import { reopenDecision } from "./reopen.ts"
import { setReview } from "./set-review.ts"
import { supersedeDecision } from "./supersede.ts"

/** A decision: its text, how it was taken and why that was enough, what it asked for, and what became of it. */
export const readDecision = read({
  name: "decisions.read",
  input: z.object({ decisionId: z.uuid() }),
  find: ({ decisionId }, given) => findSeenDecision(decisionId, given),
  allow: isSignedIn,
  async run({ subject, input: _, ...given }) {
    const { organisation_id: __, quorum, majority, ...decision } = subject
    const tasks = await findTasks(
      { view: "body", state: "all", decisionId: decision.id },
      { limit: 100, offset: 0 },
      given,
    )
    const nameOf = await namesIn(quorum, given)
    return {
      decision,
      quorum: inWords(given.actor.language, (quorum as FrozenQuorum)?.explanation ?? [], nameOf),
      /** Why it could be decided without the number. */
      waiver: (quorum as FrozenQuorum)?.waiver ?? null,
      /** It could be decided without the number for a reason that somebody wrote, which the rulebook does not know. */
      irregular: Boolean((quorum as FrozenQuorum)?.waiver) && (quorum as FrozenQuorum)?.irregular !== false,
      majority: inWords(given.actor.language, (majority as FrozenMajority)?.result?.explanation ?? []),
      /** Who voted how, at a roll call only; by name. */
      roll: decision.how === "roll_call" ? await rollOf(decision.id, given) : [],
      tasks,
      replaces: await replacedBy(decision.id, given),
      next_meeting: (await findNextMeeting({ bodyId: decision.body_id, now: given.now }, given.db)) ?? null,
      seems_carried_out: seemsCarriedOut(decision, tasks),
      may: await may(
        subject,
        [carryOutDecision, reinstateDecision, supersedeDecision, reopenDecision, setReview, attachDecision],
        given,
      ),
    }
  },
})

type SeenDecision = Decision & {
  reference: string
  body_name: string
  body_code: string
  meeting_title: string | null
  meeting_starts: Temporal.PlainDateTime | null
  item_title: string | null
  matter_title: string | null
  superseded_by_reference: string | null
  superseded_by_title: string | null
}

const findSeenDecision = async (
  decisionId: string,
  { actor, db, now }: Circumstances,
): Promise<SeenDecision | undefined> => {
  const { rows } = await sql<SeenDecision>`
    select d.*, d.year || '-' || d.number as reference, b.name as body_name, b.code as body_code,
           m.title as meeting_title, m.starts as meeting_starts,
           i.title as item_title, case when ${isMatterSeen(actor.personId!, dayOf(now))} then x.title end as matter_title,
           s.year || '-' || s.number as superseded_by_reference, s.title as superseded_by_title
      from decisions d
      join bodies b on b.id = d.body_id
      left join meetings m on m.id = d.meeting_id
      left join agenda_items i on i.id = d.item_id
      left join matters x on x.id = d.matter_id
      left join (select d.* from decisions d where ${isDecisionSeen(actor.personId!, dayOf(now))}) s on s.id = d.superseded_by
     where d.id = ${decisionId} and ${isDecisionSeen(actor.personId!, dayOf(now))}`.execute(db)
  return rows[0]
}

// As `recordDecision` keeps them: the rulebook may have changed since, the sentences must not.
type FrozenQuorum = { explanation?: readonly Step[]; waiver?: string | null; irregular?: boolean } | null
type FrozenMajority = { result?: { explanation?: readonly Step[] } | null } | null

const namesIn = async (quorum: unknown, { db }: Circumstances): Promise<(id: string) => string> => {
  const people = ((quorum as FrozenQuorum)?.explanation ?? []).flatMap(({ values }) =>
    [values["from"], values["to"]].filter((id): id is string => typeof id === "string"),
  )
  const known = people.length
    ? await db.selectFrom("people").select(["id", "given_name", "family_name"]).where("id", "in", people).execute()
    : []
  return (id) => {
    const person = known.find((one) => one.id === id)
    return person ? `${person.given_name} ${person.family_name}` : id
  }
}

const rollOf = async (decisionId: string, { db }: Circumstances) => {
  const { rows } = await sql<{ person_id: string; name: string; vote: Vote }>`
    select v.person_id, p.given_name || ' ' || p.family_name as name, v.vote
      from decision_votes v join people p on (p.organisation_id, p.id) = (v.organisation_id, v.person_id)
     where v.decision_id = ${decisionId} order by p.folded collate "C", v.person_id`.execute(db)
  return rows
}

const replacedBy = async (decisionId: string, { actor, db, now }: Circumstances) => {
  const { rows } = await sql<{ id: string; reference: string; title: string }>`
    select d.id, d.year || '-' || d.number as reference, d.title from decisions d
     where d.superseded_by = ${decisionId} and ${isDecisionSeen(actor.personId!, dayOf(now))}
     order by d.year, d.number`.execute(db)
  return rows
}
