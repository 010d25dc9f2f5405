import { module } from "../../kernel/module.ts"
import { bodiesByTerritory } from "./by-territory.ts"
import { giveTerritory, territoryGiven } from "./give.ts"
import { territoriesOfBody } from "./of-body.ts"
import { searchTerritories } from "./search.ts"

/** Official places, shared by every organisation, and where each body is at home. */
export const territories = module({
  name: "territories",
  layer: "foundation",
  at: import.meta.url,
  commands: [giveTerritory],
  reads: [searchTerritories, territoriesOfBody, bodiesByTerritory],
  events: [territoryGiven],
})
