export { InstitutionFields } from "./office-fields.tsx"
export { InstitutionField, pickedInstitution } from "./institution-field.tsx"
export { roles } from "./kinds-shown.ts"
