import { sql } from "kysely"
import { type Db, inOrganisation } from "../../../kernel/db.ts"
import type { Request } from "../../../kernel/http/route.ts"
import type { Actor, OrganisationId } from "../../../kernel/rule.ts"
import { type Language, languageOf } from "../../../kernel/words/words.ts"
import { limitAttempts } from "../../accounts/contract.ts"
import { type Ballot, stateOf } from "../ballot.ts"
import { ballotsOf } from "../seen.ts"
import { castVote } from "../cast.ts"
import { readBallot } from "../read-ballot.ts"
import { castSealed } from "../secret/cast-sealed.ts"
import { hashOfCode } from "./code.ts"

/** What a code opens: who votes, and in what. */
export type Link = {
  id: string
  actor: Actor & { personId: string }
  language: Language
  operation_id: string
  title: string
  body_name: string
  zone: string
  name: string
  votes: Vote[]
}
/** Somebody in whose name one votes: oneself, without `forId`, or whoever gave a proxy. */
export type Hand = { forId?: string; name: string; voted: boolean }
export type Vote = { ballot: Ballot; state: "open" | "ended" | "closed"; hands: Hand[] }

/**
 * The link of a code that opens; undefined for any other. Its actor is the voter, and can do no more than read and give a vote: what
 * a vote asks, and that the code is of its operation and still opens, is asked again where the vote is written (`mustHoldLink`).
 */
export const findLink = async (code: string, { db, ip }: Pick<Request, "db" | "ip">): Promise<Link | undefined> => {
  const found = await holderOf(code, db)
  if (found) return inOrganisation(db, found.organisation_id, (tx) => linkOf(found, tx))
  // Eighty bits are not guessed; whoever tries all the same is sent away, and a hall full of voters behind one address is not.
  await limitAttempts({ kind: "vote_code", subject: ip, most: 20, minutes: 15 }, db)
  return undefined
}

const holderOf = async (code: string, db: Db) => {
  const hash = hashOfCode(code)
  if (!hash) return undefined
  const { rows } = await sql<{ organisation_id: OrganisationId; id: string }>`
    select organisation_id, id from voting_link_of(${hash})`.execute(db)
  return rows[0]
}

const linkOf = async (
  { organisation_id, id }: { organisation_id: OrganisationId; id: string },
  db: Db,
): Promise<Link | undefined> => {
  const { rows } = await sql<Omit<Link, "actor" | "language" | "votes"> & { person_id: string; spoken: string }>`
    select k.id, k.person_id, k.operation_id, o.title, b.name as body_name, b.zone, p.language as spoken,
           p.given_name || ' ' || p.family_name as name
      from voting_links k
      join voting_operations o on (o.organisation_id, o.id) = (k.organisation_id, k.operation_id)
      join bodies b on (b.organisation_id, b.id) = (o.organisation_id, o.body_id)
      join people p on (p.organisation_id, p.id) = (k.organisation_id, k.person_id)
     where k.id = ${id} and k.withdrawn_at is null`.execute(db)
  const [found] = rows
  if (!found) return undefined
  const { person_id: personId, spoken, ...shown } = found
  const language = languageOf(spoken)
  const only = [readBallot.name, castVote.name, castSealed.name]
  const actor = { organisation: organisation_id, personId, via: "link" as const, language, only }
  return { ...shown, actor, language, votes: await votesOf(found.operation_id, personId, found.name, db) }
}

/** Those that have opened, and in which one votes without being in the room; for oneself, and by the proxies one holds. */
const votesOf = async (operationId: string, personId: string, name: string, db: Db): Promise<Vote[]> => {
  const { rows: givers } = await sql<{ id: string; name: string }>`
    select x.giver_id as id, p.given_name || ' ' || p.family_name as name
      from operation_proxies x join people p on (p.organisation_id, p.id) = (x.organisation_id, x.giver_id)
     where x.operation_id = ${operationId} and x.holder_id = ${personId} order by p.folded collate "C", p.id`.execute(
    db,
  )
  const ids = [personId, ...givers.map(({ id }) => id)]
  const { rows } = await sql<{ ballot_id: string; person_id: string }>`
    select v.ballot_id, v.person_id from ballots b join ballot_votes v on (v.organisation_id, v.ballot_id) = (b.organisation_id, b.id)
     where b.operation_id = ${operationId} and v.person_id = any(${ids}::uuid[])
    union all
    select s.ballot_id, s.person_id from ballots b join ballot_signatures s on (s.organisation_id, s.ballot_id) = (b.organisation_id, b.id)
     where b.operation_id = ${operationId} and s.person_id = any(${ids}::uuid[])`.execute(db)
  const voted = new Set(rows.map(({ ballot_id, person_id }) => `${ballot_id} ${person_id}`))
  const now = Temporal.Now.instant()
  return (await ballotsOf(operationId, { db })).flatMap((ballot) => {
    const state = stateOf(ballot, now)
    if ((ballot.manner !== "named" && ballot.manner !== "secret") || state === "prepared" || state === "cancelled")
      return []
    const others = givers.map((one) => ({ forId: one.id, name: one.name, voted: voted.has(`${ballot.id} ${one.id}`) }))
    return [{ ballot, state, hands: [{ name, voted: voted.has(`${ballot.id} ${personId}`) }, ...others] }]
  })
}
