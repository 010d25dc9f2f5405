import {
  bestOf,
  type Candidate,
  type Count,
  countStep,
  type Election,
  OpenTie,
  type Standing,
  standing,
  valid,
} from "./count.ts"

/** How many prefer a to b: `duels[a][b]`, by the places of the candidates of the election. */
export type Duels = bigint[][]

/** Everybody against everybody. Who is ranked is preferred to who is not; two in one rank, or two unranked, count for neither. */
export const duelsOf = (election: Election): Duels => {
  const size = election.candidates.length
  const duels: Duels = Array.from({ length: size }, () => Array.from({ length: size }, () => 0n))
  const stand = standing(election)
  for (const { weight, ranks } of valid(election)) {
    const seen = new Set<Candidate>()
    for (const rank of ranks) {
      for (const better of rank) seen.add(better)
      const rest = stand.filter((candidate) => !seen.has(candidate))
      for (const better of rank) for (const worse of rest) duels[better]![worse]! += weight
    }
  }
  return duels
}

/** The strongest paths of Schulze: the strength of a path is that of its weakest link, of a link the votes of its winner. */
export const strongestPaths = (duels: Duels, stand: readonly Candidate[]): Duels => {
  const paths = duels.map((row, a) => row.map((votes, b) => (votes > duels[b]![a]! ? votes : 0n)))
  for (const by of stand)
    for (const from of stand)
      if (from !== by)
        for (const to of stand)
          if (to !== by && to !== from) {
            const [first, second] = [paths[from]![by]!, paths[by]![to]!]
            const through = first < second ? first : second
            if (through > paths[from]![to]!) paths[from]![to] = through
          }
  return paths
}

/** The Schulze method (winning votes): who has no stronger path against them wins; then the same among the others. */
export const countSchulze = (election: Election): Count => {
  const stand = standing(election)
  const duels = duelsOf(election)
  const paths = strongestPaths(duels, stand)
  const ranking = ranked(stand, (a, b) => paths[a]![b]! > paths[b]![a]!)
  return fromRanking("schulze", election, ranking, duels)
}

/**
 * Ranked pairs (Tideman, winning votes): the clearest victories are locked first, unless one would close a circle. Of two as
 * clear, the one with fewer against it; of two equal in both, the declared rule. Without one the count stays open where their
 * order changes who is elected.
 */
export const countRankedPairs = (election: Election): Count => {
  const stand = standing(election)
  const duels = duelsOf(election)
  const wins = stand.flatMap((a) =>
    stand.flatMap((b) => (duels[a]![b]! > duels[b]![a]! ? [{ a, b, for: duels[a]![b]!, against: duels[b]![a]! }] : [])),
  )
  type Win = (typeof wins)[number]
  const clearer = (x: Win, y: Win) => sign(y.for - x.for) || sign(x.against - y.against)
  const locked = (sorted: readonly Win[]): Candidate[][] => {
    const over = new Map<Candidate, Set<Candidate>>(stand.map((candidate) => [candidate, new Set()]))
    const reaches = (from: Candidate, to: Candidate, seen = new Set<Candidate>()): boolean =>
      from === to || [...over.get(from)!].some((next) => !seen.has(next) && (seen.add(next), reaches(next, to, seen)))
    for (const { a, b } of sorted) if (!reaches(b, a)) over.get(a)!.add(b)
    return ranked(stand, (a, b) => reaches(a, b))
  }
  const inOrder = (order: readonly Candidate[]) => {
    const place = (candidate: Candidate) => order.indexOf(candidate)
    // Of equal victories those over whoever stands last come first: the one who stands first loses no circle.
    return locked(wins.toSorted((x, y) => clearer(x, y) || place(y.b) - place(x.b) || place(x.a) - place(y.a)))
  }
  if (election.ties) return fromRanking("ranked_pairs", election, inOrder(election.ties), duels)
  // Nothing was declared: what comes out whoever of them is put first is sure, the rest is open.
  const all = stand.map((first) => inOrder([first, ...stand.filter((other) => other !== first)]))
  const chosen = all.map((ranking) => fromRanking("ranked_pairs", election, ranking, duels))
  const sure = stand.filter((candidate) => chosen.every(({ elected }) => elected.includes(candidate)))
  const maybe = stand.filter(
    (candidate) =>
      !sure.includes(candidate) &&
      chosen.some(({ elected, open }) => elected.includes(candidate) || open?.among.includes(candidate)),
  )
  const [any] = chosen
  if (!any || maybe.length <= election.seats - sure.length) return any ?? fromRanking("ranked_pairs", election, [])
  const { steps, standing: stood } = any.rounds[0]!
  return {
    ...any,
    elected: sure,
    open: { among: maybe, seats: election.seats - sure.length },
    rounds: [
      {
        steps: [
          ...steps.filter(({ key }) => key === "counting.step.duel"),
          countStep("counting.step.tie", maybe),
          countStep("counting.step.open", maybe),
        ],
        standing: stood.map((one) => ({ ...one, state: sure.includes(one.candidate) ? "elected" : "hopeful" })),
      },
    ],
  }
}

/** Layer by layer: those whom nobody left beats. */
const ranked = (stand: readonly Candidate[], beats: (a: Candidate, b: Candidate) => boolean): Candidate[][] => {
  const layers: Candidate[][] = []
  let left = [...stand]
  while (left.length > 0) {
    const best = left.filter((candidate) => !left.some((other) => other !== candidate && beats(other, candidate)))
    layers.push(best)
    left = left.filter((candidate) => !best.includes(candidate))
  }
  return layers
}

/** Fills the seats from a ranking, best first; equals at the last seat by the declared rule. */
export const fromRanking = (
  method: string,
  { seats, ties }: Election,
  ranking: Candidate[][],
  duels?: Duels,
  votes: (candidate: Candidate) => string = () => "",
): Count => {
  const elected: Candidate[] = []
  const steps = duels
    ? ranking
        .flat()
        .flatMap((a, place) =>
          ranking
            .flat()
            .slice(place + 1)
            .map((b) => countStep("counting.step.duel", [a, b], { for: duels[a]![b]!, against: duels[b]![a]! })),
        )
        .slice(0, MOST_DUELS)
    : []
  let open: Count["open"] = null
  for (const layer of ranking) {
    const left = seats - elected.length
    if (left === 0) break
    if (layer.length <= left) elected.push(...layer)
    else {
      steps.push(countStep("counting.step.tie", layer))
      const among = [...layer]
      try {
        for (let seat = left; seat > 0; seat--) {
          const best = bestOf(among, ties, seat)
          among.splice(among.indexOf(best), 1)
          elected.push(best)
        }
      } catch (tie) {
        if (!(tie instanceof OpenTie)) throw tie
        open = { among: layer, seats: left }
        steps.push(countStep("counting.step.open", layer))
      }
      break
    }
  }
  if (elected.length > 0) steps.push(countStep("counting.step.elected", elected))
  return {
    method,
    seats,
    elected,
    ranking,
    open,
    rounds: [
      {
        steps,
        standing: ranking.flat().map((candidate): Standing => ({
          candidate,
          votes: votes(candidate),
          state: elected.includes(candidate) ? "elected" : open?.among.includes(candidate) ? "hopeful" : "excluded",
        })),
      },
    ],
  }
}

// Twenty candidates have 190 duels: whoever reads the trace has the ballots for the others.
const MOST_DUELS = 200

const sign = (value: bigint): number => (value > 0n ? 1 : value < 0n ? -1 : 0)
