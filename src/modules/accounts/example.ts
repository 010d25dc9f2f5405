import type { Db } from "../../kernel/db.ts"
import type { Equipment } from "../../kernel/equipment.ts"
import type { OrganisationId } from "../../kernel/rule.ts"

/**
 * Puts the example organisation in place, in transactions of its own, gives its people their access (`giveAccess`), and says as
 * whom the visitor looks around. Wired in `application.ts`; without it, the first visit offers only to create.
 */
export type LoadExample = (given: {
  db: Db
  equipment: Equipment
}) => Promise<{ organisation: OrganisationId; personId: string }>

declare module "../../kernel/equipment.ts" {
  interface Equipment {
    loadExample?: LoadExample
  }
}
