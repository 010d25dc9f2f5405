import "./tables.ts"
import { module } from "../../kernel/module.ts"
import { composes } from "../post/contract.ts"
import { abandonDesignation } from "./abandon.ts"
import { changeDesignation } from "./change.ts"
import { decideDesignation } from "./decide.ts"
import { designate } from "./designate/designate.ts"
import { followSeat } from "./designate/follow.ts"
import { foreseeDesignation } from "./designate/foresee.ts"
import { DESIGNATED, designatedLetter } from "./designate/tell.ts"
import * as events from "./events.ts"
import { held } from "./held.ts"
import { setKey } from "./keys/set-key.ts"
import { settleTie } from "./keys/settle-tie.ts"
import { supposeKey } from "./keys/suppose.ts"
import { tellSeats } from "./keys/tell-seats.ts"
import { listDesignations } from "./list.ts"
import { onMatter } from "./on-matter.ts"
import { setList } from "./people/set-list.ts"
import { supposeList } from "./people/suppose.ts"
import { takePeople } from "./people/take.ts"
import { prepareDesignation } from "./prepare.ts"
import { printRoutes } from "./print/routes.ts"
import { reactions } from "./reactions.ts"
import { readChoices } from "./read-choices.ts"
import { readDesignation } from "./read-designation.ts"
import { waiting } from "./waiting.ts"

/** Designations: who of ours will sit in an institution, with the seats computed first, from the key to the mandate. */
export const designations = module({
  name: "designations",
  layer: "work",
  at: import.meta.url,
  held,
  onMatter,
  commands: [
    prepareDesignation,
    changeDesignation,
    setKey,
    tellSeats,
    settleTie,
    setList,
    takePeople,
    decideDesignation,
    designate,
    followSeat,
    abandonDesignation,
  ],
  reads: [listDesignations, readDesignation, readChoices, supposeKey, supposeList, foreseeDesignation],
  events: Object.values(events),
  reactions,
  routes: printRoutes,
  waiting,
})

composes(DESIGNATED, designatedLetter)
