import { sql } from "kysely"
import type { Circumstances } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import type { AttendanceState } from "../kinds.ts"
import type { Sitting } from "../seen.ts"
import { readersOf } from "../share/read-share.ts"

type Noted = {
  person_id: string
  name: string
  state: AttendanceState
  replaced_by: string | null
  stand_in: string | null
  proxy_to: string | null
  holder: string | null
  note: string | null
}

/** Where each of ours is during a sitting: those who sit there, and whoever else somebody wrote down. */
export const attendancesOf = async (sitting: Sitting, given: Circumstances) => {
  const { rows } = await sql<Noted>`
    select t.person_id, p.given_name || ' ' || p.family_name as name, t.state, t.replaced_by, t.proxy_to, t.note,
           r.given_name || ' ' || r.family_name as stand_in, h.given_name || ' ' || h.family_name as holder
      from sitting_attendances t
      join people p on (p.organisation_id, p.id) = (t.organisation_id, t.person_id)
      left join people r on (r.organisation_id, r.id) = (t.organisation_id, t.replaced_by)
      left join people h on (h.organisation_id, h.id) = (t.organisation_id, t.proxy_to)
     where t.sitting_id = ${sitting.id} order by p.folded collate "C"`.execute(given.db)
  const noted = new Map(rows.map((row) => [row.person_id, row]))
  const seated = await readersOf(sitting, given)
  const all = [
    ...seated.map(({ id, name }) => noted.get(id) ?? { ...unsaid, person_id: id, name }),
    ...rows.filter(({ person_id }) => !seated.some(({ id }) => id === person_id)),
  ]
  const manages = await holds("sittings.manage")(sitting, given)
  return all.map((one) => ({ ...one, mayNote: manages || one.person_id === given.actor.personId }))
}

const unsaid = { state: null, replaced_by: null, stand_in: null, proxy_to: null, holder: null, note: null }
