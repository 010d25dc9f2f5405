export { addFounder } from "./add-founder.ts"
export type { Form, PersonRow } from "./tables.ts"
