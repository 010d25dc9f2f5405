export { BodyTerritories } from "./body-territories.tsx"
