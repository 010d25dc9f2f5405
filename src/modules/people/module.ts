import { module } from "../../kernel/module.ts"
import { addPerson } from "./add.ts"
import { changePerson } from "./change.ts"
import { personAdded, personChanged, personLeft, personReturned } from "./events.ts"
import { leavePerson } from "./leave.ts"
import { listPeople } from "./list.ts"
import { pickPeople } from "./pick.ts"
import { readPerson } from "./read-person.ts"
import { returnPerson } from "./return.ts"

export const people = module({
  name: "people",
  layer: "foundation",
  at: import.meta.url,
  commands: [addPerson, changePerson, leavePerson, returnPerson],
  reads: [listPeople, pickPeople, readPerson],
  events: [personAdded, personChanged, personLeft, personReturned],
})
