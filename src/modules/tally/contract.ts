export { type Figure, figuresOf } from "./read-tally.ts"
export { figureWords } from "./in-words.ts"
export { tallyFilters } from "./wanted.ts"
