import "./tables.ts"
import { sql } from "kysely"
import { module } from "../../kernel/module.ts"
import { after } from "../../kernel/reaction.ts"
import { paperRead } from "../sittings/contract.ts"
import { carryNotes } from "./carry.ts"
import { changeAnnotation } from "./change.ts"
import * as events from "./events.ts"
import { held } from "./held.ts"
import { readAnnotatedPaper } from "./read-paper.ts"
import { removeAnnotation } from "./remove.ts"
import { replyToAnnotation } from "./reply.ts"
import { settleAnnotation } from "./settle.ts"
import { writeAnnotation } from "./write.ts"

const always = sql<boolean>`true`

/** Notes on the passages of papers, for oneself or for those who read them. Who may open a paper may annotate it. */
export const annotations = module({
  name: "annotations",
  layer: "work",
  at: import.meta.url,
  held,
  confided: [
    { table: "annotations", key: "id", columns: { quote: "text", said: "text" }, isConfidential: always },
    { table: "annotation_replies", key: "id", columns: { said: "text" }, isConfidential: always },
  ],
  commands: [writeAnnotation, changeAnnotation, removeAnnotation, replyToAnnotation, settleAnnotation],
  reads: [readAnnotatedPaper],
  events: Object.values(events),
  reactions: [after(paperRead, "carry the notes of its last version", carryNotes)],
})
