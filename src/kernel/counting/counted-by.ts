import type { Bounds } from "./bounds.ts"

type Counted = {
  method: string
  seats: number
  round: number
  rounds: number
  entitled: number | null
  candidates: readonly string[]
  bounds: readonly Pick<Bounds, "of" | "least" | "most">[] | null
}

/** The command that counts the urn again, with what was declared beside the ballots. */
export const countedBy = ({ method, seats, round, rounds, bounds, entitled, candidates }: Counted): string => {
  const shares = (bounds ?? []).flatMap(({ of, least, most }) => {
    const names = of.map((at) => candidates[at]).join(",")
    return [
      ...(least > 0 ? [`--at-least "${least}:${names}"`] : []),
      ...(most < of.length ? [`--at-most "${most}:${names}"`] : []),
    ]
  })
  const several =
    method === "absolute"
      ? [`--round ${round}`, ...(rounds > 2 ? [`--rounds ${rounds}`] : []), `--enrolled ${entitled ?? 0}`]
      : []
  return ["npm run permanence -- count urne.blt", `--method ${method}`, `--seats ${seats}`, ...several, ...shares].join(
    " ",
  )
}
