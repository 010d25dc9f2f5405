import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { lettersChosen } from "../events.ts"

/** Letters one may do without: a task given by somebody else, the week on Monday morning, a reminder of dues, what is new in matters. */
export const letterKinds = ["task", "week", "dues", "matters"] as const
export type LetterKind = (typeof letterKinds)[number]

/** Says which of these letters one wants; the link at the foot of each does the same. */
export const chooseLetters = command({
  name: "people.chooseLetters",
  input: z.object({ kind: z.enum(letterKinds), wanted: z.boolean() }),
  find: (_input, { actor, db }) =>
    db.selectFrom("people").select("id").where("id", "=", actor.personId!).forUpdate().executeTakeFirst(),
  allow: isSignedIn,
  async run({ input: { kind, wanted }, subject: { id }, actor, db }) {
    const row = { organisation_id: actor.organisation, person_id: id, kind }
    if (wanted) await db.deleteFrom("unwanted_letters").where("person_id", "=", id).where("kind", "=", kind).execute()
    else
      await db
        .insertInto("unwanted_letters")
        .values(row)
        .onConflict((one) => one.doNothing())
        .execute()
    return lettersChosen({ personId: id, kind, wanted })
  },
})

/** Which of these letters one receives. */
export const readLetters = read({
  name: "people.letters",
  input: z.object({}),
  allow: isSignedIn,
  async run({ actor, db }) {
    const { rows } = await sql<{ kind: LetterKind }>`
      select kind from unwanted_letters where person_id = ${actor.personId}`.execute(db)
    return { letters: letterKinds.map((kind) => ({ kind, wanted: !rows.some((one) => one.kind === kind) })) }
  },
})

/** SQL on `p`: the person can be written to by e-mail, is still here, and has not asked to be spared letters of this kind. */
export const wantsLetter = (kind: LetterKind, on: Temporal.PlainDate) => sql<boolean>`(
  p.email is not null and not p.post_only and (p.left_on is null or p.left_on > ${on}::date)
  and not exists (select from unwanted_letters u where u.person_id = p.id and u.kind = ${kind}))`
