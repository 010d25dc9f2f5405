export { findOffices, officeFilters } from "./list.ts"
