import { sql } from "kysely"
import { z } from "zod"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { postLetters } from "../../post/contract.ts"
import { skillsOf } from "../store.ts"
import { askSheets, toAsk } from "./ask.ts"

/** Who would be written to, and how; the letters that wait to be posted. */
export const readAsking = read({
  name: "skills.asking",
  input: z.object({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("people.manage"),
  async run({ subject: body, input: _, ...given }) {
    const people = await toAsk(body.id, { whom: "all" }, given)
    const reached = people.filter(({ means, recent }) => means && !recent)
    const { rows: posted } = await sql<{ id: string }>`
      select s.id from skill_sheets h
        join sendings s on (s.organisation_id, s.person_id) = (h.organisation_id, h.person_id)
       where h.body_id = ${body.id} and h.asked_on is not null
         and s.body_id = ${body.id} and s.kind = 'skills-ask' and s.means = 'post' and s.state = 'waiting'
       order by s.queued_at, s.id limit 1000`.execute(given.db)
    return {
      skills: (await skillsOf(body.id, given.db)).length,
      people: people.length,
      answered: people.filter(({ answered }) => answered).length,
      recent: people.filter(({ recent }) => recent).length,
      unreached: people
        .filter(({ means }) => !means)
        .slice(0, 50)
        .map(({ person_id, name }) => ({ person_id, name })),
      all: counts(reached),
      unanswered: counts(reached.filter(({ answered }) => !answered)),
      stale: counts(reached.filter(({ stale }) => stale)),
      /** Those a link cannot reach, and whose sheet is missing or over a year old: a list on paper. */
      on_paper: people.filter(({ means, stale }) => stale && means !== "email").length,
      to_post: posted.map(({ id }) => id),
      may: await may(body, [askSheets, postLetters], given),
    }
  },
})

const counts = (people: readonly { means: "email" | "post" | null }[]) => ({
  people: people.length,
  by_mail: people.filter(({ means }) => means === "email").length,
  by_post: people.filter(({ means }) => means === "post").length,
})
