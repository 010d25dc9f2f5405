import { sql } from "kysely"
import { module } from "../../kernel/module.ts"
import * as events from "./events.ts"
import { namedOrigins, readDecisionName } from "./named.ts"
import { attachDecision } from "./register/attach.ts"
import { carryOutDecision } from "./register/carry-out.ts"
import * as registerEvents from "./register/events.ts"
import { listDecisions } from "./register/list.ts"
import { pickDecisions } from "./register/pick.ts"
import { readDecision } from "./register/read-decision.ts"
import { reinstateDecision } from "./register/reinstate.ts"
import { reopenDecision } from "./register/reopen.ts"
import { setReview } from "./register/set-review.ts"
import { supersedeDecision } from "./register/supersede.ts"
import { onMatter } from "./on-matter.ts"

export const decisions = module({
  name: "decisions",
  layer: "work",
  at: import.meta.url,
  onMatter,
  held: [
    {
      table: "decision_votes",
      person: "person_id",
      once: ["decision_id"],
      says: {
        what: sql`(select year || '-' || number || ' · ' || title from decisions d
          where (d.organisation_id, d.id) = (t.organisation_id, t.decision_id))`,
        kind: ["decisions.vote.", sql`t.vote`],
      },
    },
  ],
  confided: [
    { table: "decisions", key: "id", columns: { text: "text" }, isConfidential: sql<boolean>`t.confidential` },
  ],
  commands: [carryOutDecision, reinstateDecision, supersedeDecision, reopenDecision, setReview, attachDecision],
  reads: [listDecisions, readDecision, pickDecisions, readDecisionName],
  reactions: namedOrigins,
  events: [...Object.values(events), ...Object.values(registerEvents)],
})
