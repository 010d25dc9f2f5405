import { type Candidate, type Count, decimal, type Election, standing, valid } from "./count.ts"
import { fromRanking } from "./pairwise.ts"
import { type Bounds, doomed } from "./bounds.ts"

/** Candidates by points, most first, those with as many together. */
const byPoints = (candidates: readonly Candidate[], points: (candidate: Candidate) => bigint): Candidate[][] => {
  const layers = Map.groupBy(candidates, points)
  return [...layers.keys()].toSorted((a, b) => (b > a ? 1 : b < a ? -1 : 0)).map((of) => layers.get(of)!)
}

/**
 * Each ballot gives a voice to every candidate it names: approval when it may name any number, a limited vote when it may name
 * at most `most`. A ballot that names more than it may is void. With bounds (parity) the seats go by voices to those who may
 * still have them.
 */
export const countVoices = (
  election: Election,
  {
    method,
    most = null,
    bounds = [],
  }: { method: "approval" | "limited" | "plurality"; most?: number | null; bounds?: readonly Bounds[] },
): Count => {
  const voices = new Map<Candidate, bigint>(standing(election).map((candidate) => [candidate, 0n]))
  for (const { weight, ranks } of valid(election)) {
    const named = ranks.flat()
    if (most !== null && named.length > most) continue
    for (const candidate of named) voices.set(candidate, voices.get(candidate)! + weight)
  }
  return seated(method, election, voices, 0, bounds)
}

/** Each ballot shares out at most `most` points as it likes, several to one candidate: `ranks` repeats who has several. */
export const countCumulative = (election: Election, most: number): Count => {
  const points = new Map<Candidate, bigint>(standing(election).map((candidate) => [candidate, 0n]))
  const gone = new Set(election.withdrawn)
  for (const { weight, ranks } of election.ballots) {
    const given = ranks.flat()
    if (given.length > most) continue
    for (const candidate of given) if (!gone.has(candidate)) points.set(candidate, points.get(candidate)! + weight)
  }
  return seated("cumulative", election, points, 0, [])
}

/**
 * Borda: of n candidates the first has n − 1 points, the last none. Equals share the points of their places, and so do all those
 * a ballot leaves out. Points are kept doubled: the mean of places that follow each other is a half at most.
 */
export const countBorda = (election: Election): Count => {
  const stand = standing(election)
  const points = new Map<Candidate, bigint>(stand.map((candidate) => [candidate, 0n]))
  for (const { weight, ranks } of valid(election)) {
    const named = new Set(ranks.flat())
    const rest = stand.filter((candidate) => !named.has(candidate))
    let place = stand.length - 1
    for (const rank of [...ranks, rest]) {
      const doubled = BigInt(2 * place - (rank.length - 1))
      for (const candidate of rank) points.set(candidate, points.get(candidate)! + weight * doubled)
      place -= rank.length
    }
  }
  const tenths = new Map([...points].map(([candidate, doubled]) => [candidate, doubled * 5n]))
  return seated("borda", election, tenths, 1, [])
}

const seated = (
  method: string,
  election: Election,
  points: ReadonlyMap<Candidate, bigint>,
  places: number,
  bounds: readonly Bounds[],
): Count => {
  const shown = (candidate: Candidate) => decimal(points.get(candidate)!, places)
  const all = byPoints([...points.keys()], (candidate) => points.get(candidate)!)
  if (bounds.length === 0) return fromRanking(method, election, all, undefined, shown)
  // Seat by seat: whoever can be elected no more makes room for the next by points.
  const chosen: Candidate[] = []
  while (chosen.length < election.seats) {
    const hopeful = [...points.keys()].filter((candidate) => !chosen.includes(candidate))
    const out = doomed(bounds, chosen, hopeful, election.seats)
    const may = hopeful.filter((candidate) => !out.includes(candidate))
    if (may.length === 0) break
    const [best] = byPoints(may, (candidate) => points.get(candidate)!)
    const order = election.ties
    const [first, ...others] = best!
    const rest = hopeful.filter((candidate) => candidate !== first)
    const noRoom = [
      ...doomed(bounds, [...chosen, first!], rest, election.seats),
      ...(chosen.length + 1 < election.seats ? [] : rest),
    ]
    if (!order && others.some((candidate) => noRoom.includes(candidate)))
      return {
        ...fromRanking(
          method,
          { ...election, seats: chosen.length },
          [...chosen.map((one) => [one]), ...byPoints(hopeful, (one) => points.get(one)!)],
          undefined,
          shown,
        ),
        seats: election.seats,
        open: { among: best!, seats: election.seats - chosen.length },
      }
    chosen.push(order ? order.find((candidate) => best!.includes(candidate))! : best![0]!)
  }
  const left = byPoints(
    [...points.keys()].filter((candidate) => !chosen.includes(candidate)),
    (one) => points.get(one)!,
  )
  return fromRanking(
    method,
    { ...election, seats: chosen.length },
    [...chosen.map((one) => [one]), ...left],
    undefined,
    shown,
  )
}
