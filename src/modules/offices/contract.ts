export { isOfficeSeen } from "./store.ts"
export { officeChanged, officeRecorded } from "./events.ts"
export { findOffices, officeFilters } from "./list.ts"
