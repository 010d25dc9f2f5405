export { BodyTerritories } from "./body-territories.tsx"
export { PlaceField } from "./place-field.tsx"
