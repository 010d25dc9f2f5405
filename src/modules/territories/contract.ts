export { currentPlaces, placeId } from "./current.ts"
export { readTerritories } from "./read-file.ts"
export { writeTerritories } from "./write.ts"
