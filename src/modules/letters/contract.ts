export { isIncomingSeen } from "./incoming/seen.ts"
export { findRegister, registerFilters } from "./register/list.ts"
export { findMailingLog, mailingFilters } from "./mailing/read-mailing.ts"
