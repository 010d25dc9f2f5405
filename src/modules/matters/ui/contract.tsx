export { MatterField } from "./matter-field.tsx"
