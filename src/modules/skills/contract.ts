export { findSkills, type FoundSkill } from "./grid/find.ts"
export { gridFilters, gridRows } from "./grid/grid.ts"
export { skillsOf } from "./store.ts"
