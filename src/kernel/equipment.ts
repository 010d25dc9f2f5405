/**
 * What commands, reads and reactions are given besides the database: the edges of the process.
 * A kernel part adds itself here by declaration merging, as tables do in `db.ts`.
 */
export interface Equipment {
  /** Where people reach us, without a trailing slash: "https://permanence.example". */
  origin: string
  /** A line for whoever started us, in the terminal: a sign-in link where no relay is set. Never for what people wrote. */
  print: (line: string) => void
}
