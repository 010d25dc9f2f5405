export { officeChanged, officeRecorded } from "./events.ts"
export { declarationDays, officeEnds } from "./days.ts"
export { findOffices, officeFilters } from "./list.ts"
export { isOfficeSeen } from "./store.ts"
