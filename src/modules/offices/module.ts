import { module } from "../../kernel/module.ts"
import { addInstitution } from "./add-institution.ts"
import { changeInstitution } from "./change-institution.ts"
import { changeOffice } from "./change.ts"
import { closeInstitution } from "./close-institution.ts"
import { endOffice } from "./end.ts"
import * as events from "./events.ts"
import { foreseeOffice } from "./foresee.ts"
import { held } from "./held.ts"
import { listOffices } from "./list.ts"
import { lodgeDeclaration, takeBackLodging } from "./lodge.ts"
import { officesOfCounterpart } from "./of-counterpart.ts"
import { officesOfPerson } from "./of-person.ts"
import { pickInstitution } from "./pick-institution.ts"
import { closeOfficeList, openOfficeList } from "./public-list.ts"
import { publicRegister } from "./public-page.ts"
import { readDeclarations } from "./read-declarations.ts"
import { readOffice } from "./read-office.ts"
import { readRegister } from "./read-register.ts"
import { recordOffice } from "./record.ts"
import { waiting } from "./waiting.ts"

/** External mandates (mandats externes): who of ours sits where outside, since when, by whose choice, and what they must declare. */
export const offices = module({
  name: "offices",
  layer: "foundation",
  at: import.meta.url,
  held,
  commands: [
    addInstitution,
    changeInstitution,
    closeInstitution,
    recordOffice,
    changeOffice,
    endOffice,
    lodgeDeclaration,
    takeBackLodging,
    openOfficeList,
    closeOfficeList,
  ],
  reads: [
    listOffices,
    readOffice,
    officesOfPerson,
    officesOfCounterpart,
    pickInstitution,
    readRegister,
    foreseeOffice,
    readDeclarations,
  ],
  events: Object.values(events),
  routes: [{ method: "GET", path: "/registre/:token", limit: 120, standsFor: "link", handle: publicRegister }],
  waiting,
})
