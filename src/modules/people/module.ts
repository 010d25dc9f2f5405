import { sql } from "kysely"
import { named } from "../../kernel/held.ts"
import { module } from "../../kernel/module.ts"
import { addPerson } from "./add.ts"
import { changePerson } from "./change.ts"
import { lettersChosen, peopleImported, personAdded, personChanged, personLeft, personReturned } from "./events.ts"
import { importPeople } from "./import/import.ts"
import { readImport } from "./import/read-import.ts"
import { foreseeImport, importFile } from "./import/routes.ts"
import { chooseLetters, readLetters } from "./letters/choose.ts"
import { stopRoutes } from "./letters/stop-page.ts"
import { leavePerson } from "./leave.ts"
import { listPeople } from "./list.ts"
import { pickPeople } from "./pick.ts"
import { readFilters } from "./read-filters.ts"
import { readPerson } from "./read-person.ts"
import { returnPerson } from "./return.ts"

export const people = module({
  name: "people",
  layer: "foundation",
  at: import.meta.url,
  held: [
    ...named("imports", "imported_by"),
    {
      table: "import_lines",
      person: "person_id",
      says: {
        kind: ["people.import.state.", sql`t.state`],
        on: sql`(select at from imports i where (i.organisation_id, i.id) = (t.organisation_id, t.import_id))`,
      },
    },
    {
      table: "person_openings",
      person: "person_id",
      once: ["opened_by", "day"],
      erased: "deleted",
    },
    { table: "person_openings", person: "opened_by", once: ["person_id", "day"] },
    { table: "unwanted_letters", person: "person_id", once: ["kind"], erased: "deleted" },
  ],
  commands: [addPerson, changePerson, leavePerson, returnPerson, importPeople, chooseLetters],
  reads: [listPeople, readFilters, pickPeople, readPerson, readImport, readLetters],
  events: [lettersChosen, peopleImported, personAdded, personChanged, personLeft, personReturned],
  routes: [
    ...stopRoutes,
    { method: "POST", path: "/api/people.foreseeImport", limit: 60, standsFor: importPeople, handle: foreseeImport },
    { method: "POST", path: "/api/people.importFile", limit: 30, standsFor: importPeople, handle: importFile },
  ],
})
