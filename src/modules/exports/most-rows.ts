/** More is a copy of the base, not a list: `npm run permanence -- backup` is for that. */
export const MOST_ROWS = 200_000
