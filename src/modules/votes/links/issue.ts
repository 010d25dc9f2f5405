import { sql } from "kysely"
import { newId } from "../../../kernel/id.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { lineOfRoll } from "../../members/contract.ts"
import type { Operation } from "../operation/operation.ts"
import { codeOf, hashOfCode } from "./code.ts"
import { hasVotedIn, reachedBy, withoutAccount } from "./without-account.ts"

export type Reached = { id: string; email: string | null; language: string }

/** The operation once its roll is frozen: before, nobody knows who votes. */
export const rolled = (operation: Operation): Operation => {
  if (!operation.roll_id) refuse("votes.links_before_roll")
  return operation
}

/** Those who wait for a code that reaches them so, in the order of the roll: no code yet, and no vote. */
export const waitingFor = async (
  how: "email" | "post",
  operation: Operation,
  most: number,
  { db }: Circumstances,
): Promise<Reached[]> => {
  const { rows } = await sql<Reached>`
    select p.id, p.email, p.language ${withoutAccount(operation)}
       and k.id is null and ${reachedBy} = ${how} and not ${hasVotedIn(operation.id)}
     order by l.place limit ${most}`.execute(db)
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}

/** One of them, named. Refuses whoever has an account, and whoever is not on the roll. */
export const oneOf = async (operation: Operation, personId: string, { db }: Circumstances): Promise<Reached> => {
  const { rows } = await sql<Reached>`
    select p.id, p.email, p.language ${withoutAccount(operation)} and l.person_id = ${personId} limit 1`.execute(db)
  if (rows[0]) return rows[0]
  const line = await lineOfRoll(operation.roll_id!, personId, db)
  return refuse(line?.entitled ? "votes.has_account" : "votes.not_on_roll")
}

/** A code for each, in place of the one they had: that one opens nothing from then on. Answers the number of each link. */
export const issueLinks = async (
  operation: Operation,
  people: readonly Reached[],
  { how, batchId }: { how: "email" | "post"; batchId: string | null },
  given: Circumstances,
): Promise<{ linkId: string; person: Reached }[]> => {
  const { actor, db, now, secret } = given
  const issued = people.map((person) => ({ linkId: newId(), person }))
  for (let from = 0; from < issued.length; from += 2000) {
    const some = issued.slice(from, from + 2000)
    await withdrawLinks(
      operation.id,
      some.map(({ person }) => person.id),
      given,
    )
    await db
      .insertInto("voting_links")
      .values(
        some.map(({ linkId, person }) => ({
          organisation_id: actor.organisation,
          id: linkId,
          operation_id: operation.id,
          person_id: person.id,
          how,
          code_hash: hashOfCode(codeOf(secret, { organisation: actor.organisation, linkId }))!,
          batch_id: batchId,
          issued_by: actor.personId,
          issued_at: now,
          withdrawn_at: null,
        })),
      )
      .execute()
  }
  return issued
}

/** Their codes open nothing any more; answers how many did. */
export const withdrawLinks = async (
  operationId: string,
  personIds: readonly string[],
  { db, now }: Pick<Circumstances, "db" | "now">,
): Promise<number> => {
  const { numUpdatedRows } = await db
    .updateTable("voting_links")
    .set({ withdrawn_at: now })
    .where("operation_id", "=", operationId)
    .where("person_id", "in", [...personIds])
    .where("withdrawn_at", "is", null)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}
