import { sql } from "kysely"
import { named } from "../../kernel/held.ts"
import { module } from "../../kernel/module.ts"
import { addPerson } from "./add.ts"
import { changePerson } from "./change.ts"
import { lettersChosen, peopleImported, personAdded, personChanged, personLeft, personReturned } from "./events.ts"
import { holdApart, peopleHeldApart } from "./duplicates/apart.ts"
import { listDuplicates } from "./duplicates/list.ts"
import { duplicatesSought, seekAfterImport, seekDuplicates, seekEachNight, seekNow } from "./duplicates/seek.ts"
import { nameless } from "./erase.ts"
import { importPeople } from "./import/import.ts"
import { readImport } from "./import/read-import.ts"
import { foreseeImport, importFile } from "./import/routes.ts"
import { clearUndone } from "./import/undo/clear.ts"
import { forgetFormer } from "./import/undo/former.ts"
import { importUndone, undoImport } from "./import/undo/undo.ts"
import { tellDatabase } from "./import/tell-database.ts"
import { chooseLetters, readLetters } from "./letters/choose.ts"
import { stopRoutes } from "./letters/stop-page.ts"
import { leavePerson } from "./leave.ts"
import { listPeople } from "./list.ts"
import { forgetPairs, stayApart } from "./merge/before-merge.ts"
import { comparePeople } from "./merge/compare.ts"
import { mergePeople, peopleMerged } from "./merge/merge.ts"
import { pickPeople } from "./pick.ts"
import { readFilters } from "./read-filters.ts"
import { readPerson } from "./read-person.ts"
import { returnPerson } from "./return.ts"

export const people = module({
  name: "people",
  layer: "foundation",
  at: import.meta.url,
  held: [
    ...named("imports", "imported_by", "undone_by"),
    { table: "import_former", person: "person_id", once: ["import_id"], erased: "deleted" },
    { table: "import_kept", person: "person_id", once: ["import_id"], erased: "deleted" },
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
    // A trace of where they went, with a name.
    {
      table: "people",
      person: "merged_into",
      erased: { sets: { given_name: sql`${nameless.given_name}`, family_name: sql`${nameless.family_name}` } },
    },
    { table: "likely_same", person: "first_id", once: ["second_id"], beforeMerge: forgetPairs, erased: "deleted" },
    { table: "likely_same", person: "second_id", once: ["first_id"], erased: "deleted" },
    { table: "people_apart", person: "first_id", once: ["second_id"], beforeMerge: stayApart, erased: "deleted" },
    { table: "people_apart", person: "second_id", once: ["first_id"], erased: "deleted" },
    ...named("people_apart", "said_by"),
  ],
  // What a secretary keeps of somebody for themselves. Never names or addresses: search and letters need them.
  confided: [{ table: "people", key: "id", columns: { note: "text" }, isConfidential: sql<boolean>`true` }],
  commands: [
    addPerson,
    changePerson,
    leavePerson,
    returnPerson,
    importPeople,
    undoImport,
    chooseLetters,
    seekDuplicates,
    holdApart,
    mergePeople,
  ],
  reads: [listPeople, readFilters, pickPeople, readPerson, readImport, readLetters, listDuplicates, comparePeople],
  events: [
    lettersChosen,
    peopleImported,
    importUndone,
    personAdded,
    personChanged,
    personLeft,
    personReturned,
    duplicatesSought,
    peopleHeldApart,
    peopleMerged,
  ],
  reactions: [seekNow, seekAfterImport, tellDatabase],
  schedules: [seekEachNight, forgetFormer, clearUndone],
  routes: [
    ...stopRoutes,
    { method: "POST", path: "/api/people.foreseeImport", limit: 60, standsFor: importPeople, handle: foreseeImport },
    { method: "POST", path: "/api/people.importFile", limit: 30, standsFor: importPeople, handle: importFile },
  ],
})
