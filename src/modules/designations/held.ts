import { sql } from "kysely"
import { type Held, named } from "../../kernel/held.ts"
import { nameOf } from "../offices/contract.ts"

const ofIt = (what: ReturnType<typeof sql>) => sql<string>`(
  select ${what} from designations d
    join institutions i on (i.organisation_id, i.id) = (d.organisation_id, d.institution_id)
    join bodies k on (k.organisation_id, k.id) = (d.organisation_id, d.body_id)
   where (d.organisation_id, d.id) = (t.organisation_id, t.designation_id))`

/**
 * By which component somebody is put forward is a political opinion: theirs to read, and it goes when they are erased. That a seat was
 * filled stays, of somebody who has no name any more; before it is designated, who is erased leaves the list.
 */
export const held: readonly Held[] = [
  {
    table: "designation_people",
    person: "person_id",
    once: ["designation_id"],
    says: {
      what: ofIt(nameOf("i")),
      where: ofIt(sql`k.name`),
      kind: ["designations.seat.", sql`t.seat`],
      on: ofIt(sql`d.prepared_at`),
      note: sql`nullif(concat_ws(E'\\n\\n', t.component, ${ofIt(sql`d.despite`)}), '')`,
    },
    erased: { sets: { component: sql`null` } },
  },
  ...named("designation_people", "follows_id"),
  ...named("designations", "prepared_by", "decided_by", "designated_by", "abandoned_by"),
]
