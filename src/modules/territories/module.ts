import { module } from "../../kernel/module.ts"
import { bodiesByTerritory } from "./by-territory.ts"
import { foreseeTerritories } from "./foresee.ts"
import { giveTerritory, territoryGiven } from "./give.ts"
import { importTerritoriesFile, territoriesImported } from "./import.ts"
import { knownTerritories } from "./known.ts"
import { readMap } from "./map.ts"
import { territoriesOfBody } from "./of-body.ts"
import { searchTerritories } from "./search.ts"
import { waiting } from "./waiting.ts"

/** Official places, shared by every organisation, and where each body is at home. */
export const territories = module({
  name: "territories",
  layer: "foundation",
  at: import.meta.url,
  commands: [giveTerritory, importTerritoriesFile],
  reads: [searchTerritories, territoriesOfBody, bodiesByTerritory, foreseeTerritories, knownTerritories, readMap],
  events: [territoryGiven, territoriesImported],
  waiting,
})
