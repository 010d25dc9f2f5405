export { addFounder } from "./add-founder.ts"
export { setLanguage } from "./set-language.ts"
export type { Form, PersonRow } from "./tables.ts"
