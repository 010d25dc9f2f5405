export { capabilities, type Capability } from "./capabilities.ts"
export { bodiesOf, holds, isOfBody, type Reason, reasons } from "./rights.ts"
export type { FunctionRow, MandateRow, MembershipRow, Ring } from "./tables.ts"
export { addFunction, foundFunctions, foundMandate } from "./found.ts"
