import { sql } from "kysely"
import type { Circumstances } from "../../kernel/rule.ts"

/** Notes that a thing of before was hung on a matter, which is news to those who follow it; nothing when it hung there already. */
export const noteAttached = async (
  thing: { id: string; matter_id: string | null },
  matterId: string | null | undefined,
  { actor, db, now }: Pick<Circumstances, "actor" | "db" | "now">,
): Promise<void> => {
  if (!matterId || matterId === thing.matter_id) return
  await sql`
    insert into matter_attachments (organisation_id, matter_id, thing_id, attached_at)
    values (${actor.organisation}, ${matterId}, ${thing.id}, ${now})
        on conflict (organisation_id, matter_id, thing_id) do update set attached_at = excluded.attached_at`.execute(db)
}
