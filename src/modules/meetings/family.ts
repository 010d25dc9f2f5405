import { sql } from "kysely"

/**
 * SQL, of two meetings `m` and `one`: of one body, and of one family: the same type, or both open to all members. An
 * assembly approves the minutes of the assembly before it, whether that one was statutory or not; a secretariat does not.
 */
export const isOfFamily = sql<boolean>`(
  m.body_id = one.body_id and (
    m.type_id is not distinct from one.type_id
    or (select t.convenes from meeting_types t where t.id = m.type_id) in ('members', 'members_up_to_date')
   and (select t.convenes from meeting_types t where t.id = one.type_id) in ('members', 'members_up_to_date')))`
