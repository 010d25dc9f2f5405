export { ItemField } from "./item-field.tsx"
export { nobody, type Office, ProclaimFields, proclamationOf } from "./proclaim/proclaim-fields.tsx"
