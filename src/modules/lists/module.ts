import "./tables.ts"
import { sql } from "kysely"
import { module } from "../../kernel/module.ts"
import { addToList } from "./add-people.ts"
import { changeList } from "./change.ts"
import * as events from "./events.ts"
import { forgetLists } from "./forget.ts"
import { held } from "./held.ts"
import { listLists } from "./list.ts"
import { makeList } from "./make.ts"
import { noteLine } from "./note.ts"
import { readList } from "./read-list.ts"
import { removeFromList } from "./remove-person.ts"
import { waiting } from "./waiting.ts"

/** Lists of people made for one thing, and lent to those who work through them. */
export const lists = module({
  name: "lists",
  layer: "work",
  at: import.meta.url,
  held,
  confided: [{ table: "list_people", key: "id", columns: { note: "text" }, isConfidential: sql<boolean>`true` }],
  commands: [makeList, changeList, addToList, removeFromList, noteLine],
  reads: [listLists, readList],
  events: Object.values(events),
  schedules: [forgetLists],
  waiting,
})
