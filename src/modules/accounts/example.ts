import type { Db } from "../../kernel/db.ts"
import type { Equipment } from "../../kernel/equipment.ts"
import type { OrganisationId } from "../../kernel/rule.ts"

/** How far the story of the example has come: the month being told (its first day, ISO), and how many of how many are done. */
export type ExampleProgress = { month: string; done: number; of: number }

/**
 * Puts the example organisation in place, in transactions of its own, gives its people their access (`giveAccess`), and says as
 * whom the visitor looks around. `tell` hears each month as it begins. Wired in `application.ts`; without it, the first visit
 * offers only to create.
 */
export type LoadExample = (
  given: {
    db: Db
    equipment: Equipment
  },
  tell?: (progress: ExampleProgress) => void,
) => Promise<{ organisation: OrganisationId; personId: string }>

declare module "../../kernel/equipment.ts" {
  interface Equipment {
    loadExample?: LoadExample
  }
}
