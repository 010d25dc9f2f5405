import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { bodiesOf, isOfBody } from "../../mandates/contract.ts"
import { answerPoll } from "./answer.ts"
import { choosePollDate, closePoll } from "./choose.ts"
import { askedBy, findPoll, isAsking, optionsOf } from "./store.ts"

/** Polls still open in one's bodies, and whether one has answered. */
export const listPolls = read({
  name: "polls.list",
  input: z.object({ bodyId: z.uuid().optional() }),
  allow: isSignedIn,
  async run({ input, actor, db, now }) {
    const { rows } = await sql<{
      id: string
      body_id: string
      body_name: string
      title: string
      until: Temporal.PlainDate | null
      answered: number
      mine: boolean
    }>`
      select d.id, d.body_id, b.name as body_name, d.title, d.until,
             count(distinct a.person_id)::int as answered,
             coalesce(bool_or(a.person_id = ${actor.personId}), false) as mine
        from date_polls d join bodies b on b.id = d.body_id
        left join date_poll_options o on o.poll_id = d.id
        left join date_poll_answers a on a.option_id = o.id
       where d.closed_at is null and d.body_id in (${bodiesOf(actor.personId!, dayOf(now))})
         and (${input.bodyId ?? null}::uuid is null or d.body_id = ${input.bodyId ?? null})
       group by d.id, d.body_id, b.name, d.title, d.until
       order by d.until nulls last, d.id`.execute(db)
    return { rows }
  },
})

/** A poll as a grid: its dates, who answered what, how many are asked. */
export const readPoll = read({
  name: "polls.read",
  input: z.object({ pollId: z.uuid() }),
  find: ({ pollId }, { db }) => findPoll(pollId, db),
  allow: isOfBody,
  async run({ subject: poll, input: _, ...given }) {
    const { rows } = await sql<{
      person_id: string
      name: string
      option_id: string
      answer: "yes" | "if_needed" | "no"
    }>`
      select a.person_id, p.given_name || ' ' || p.family_name as name, a.option_id, a.answer
        from date_poll_answers a join people p on p.id = a.person_id
        join date_poll_options o on o.id = a.option_id
       where o.poll_id = ${poll.id} order by p.family_name, p.given_name, a.person_id`.execute(given.db)
    const people = [...Map.groupBy(rows, ({ person_id }) => person_id).values()].map((answers) => ({
      person_id: answers[0]!.person_id,
      name: answers[0]!.name,
      answers: answers.map(({ option_id, answer }) => ({ option_id, answer })),
    }))
    const { organisation_id: __, ...shown } = poll
    return {
      poll: shown,
      asks: isAsking(poll, dayOf(given.now)),
      options: await optionsOf(poll.id, given.db),
      people,
      asked: (await askedBy(poll, given)).length,
      me: given.actor.personId,
      may: await may(poll, [answerPoll, choosePollDate, closePoll], given),
    }
  },
})
