export { isOfficeSeen } from "./store.ts"
export { findOffices, officeFilters } from "./list.ts"
