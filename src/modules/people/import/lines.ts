import { type RawBuilder, sql } from "kysely"

/** SQL: whom an import created and who are still one record of their own, `person_id`. */
export const createdBy = (importId: string): RawBuilder<unknown> => sql`
  select i.person_id from import_lines i join people c on (c.organisation_id, c.id) = (i.organisation_id, i.person_id)
   where i.import_id = ${importId} and i.state = 'created' and c.merged_into is null`
