import { sql } from "kysely"
import { z } from "zod"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { areShown } from "../call.ts"
import { findCall } from "../seen.ts"
import { letQuestionThrough } from "./let-through.ts"
import { setQuestionAside } from "./set-aside.ts"

type Line = {
  id: string
  text: string
  asked_at: Temporal.Instant
  by: string
  mine: boolean
  to_id: string | null
  to_name: string | null
  state: "waiting" | "shown" | "aside"
  reason: string | null
  /** Whoever reads may answer it. */
  mine_to_answer: boolean
  answers: { by: string; text: string; mine: boolean }[]
}

/** The questions to the candidates of a call, the first first: those let through, one’s own, and all of them for whoever manages it. */
export const listQuestions = read({
  name: "calls.questions",
  input: z.object({ callId: z.uuid(), limit: z.int().min(1).max(200).default(50), after: z.uuid().optional() }),
  find: ({ callId }, given) => findCall(callId, given),
  allow: isSignedIn,
  async run({ input: { limit, after }, subject: call, ...given }) {
    const { actor, db } = given
    const me = actor.personId
    const acts = await may({ ...call, question: undefined as never }, [letQuestionThrough, setQuestionAside], given)
    const manages = acts["calls.letThrough"]
    if (!areShown(call)) return { rows: [] as Line[], next: null, may: acts }
    const { rows } = await sql<Line>`
      select q.id, q.text, q.asked_at, w.given_name || ' ' || w.family_name as by, q.asked_by = ${me} as mine,
             q.candidacy_id as to_id, t.given_name || ' ' || t.family_name as to_name,
             case when q.aside_at is not null then 'aside' when q.shown_at is not null then 'shown' else 'waiting' end as state,
             case when q.aside_at is not null then q.reason end as reason,
             q.shown_at is not null and q.aside_at is null and exists (
               select from candidacies s where s.call_id = q.call_id and s.person_id = ${me} and s.withdrawn_at is null
                  and s.admitted is distinct from false and (q.candidacy_id is null or q.candidacy_id = s.id)) as mine_to_answer,
             coalesce(a.all, '[]') as answers
        from call_questions q
        join people w on (w.organisation_id, w.id) = (q.organisation_id, q.asked_by)
        left join candidacies c on (c.organisation_id, c.id) = (q.organisation_id, q.candidacy_id)
        left join people t on (t.organisation_id, t.id) = (c.organisation_id, c.person_id)
        left join lateral (
          select jsonb_agg(jsonb_build_object('by', p.given_name || ' ' || p.family_name, 'text', r.text, 'mine', s.person_id = ${me})
                           order by s.place, s.stood_at, s.id) as all
            from call_answers r join candidacies s on (s.organisation_id, s.id) = (r.organisation_id, r.candidacy_id)
            join people p on (p.organisation_id, p.id) = (s.organisation_id, s.person_id)
           where (r.organisation_id, r.question_id) = (q.organisation_id, q.id) and s.withdrawn_at is null
             and s.admitted is distinct from false) a on true
       where q.call_id = ${call.id}
         and (${manages} or q.asked_by = ${me} or q.shown_at is not null and q.aside_at is null)
         and ${after ? sql`(q.asked_at, q.id) > ((select asked_at from call_questions where id = ${after}), ${after}::uuid)` : sql`true`}
       order by q.asked_at, q.id limit ${limit + 1}`.execute(db)
    const page = rows.slice(0, limit)
    return { rows: page, next: rows.length > limit ? page.at(-1)!.id : null, may: acts }
  },
})
