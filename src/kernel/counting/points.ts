import { step, type Step } from "../law/explanation.ts"
import { type Candidate, type Count, decimal, type Election, type Standing, standing, valid } from "./count.ts"
import { fromRanking } from "./pairwise.ts"
import { type Bounds, sharesOf } from "./bounds.ts"
import { byPoints, seatBySeat } from "./seat-by-seat.ts"

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
  const { voices, spoilt } = voicesOf(election, most)
  const count = seated(method, election, voices, bounds)
  const [round] = count.rounds
  return { ...count, rounds: [{ ...round!, steps: [...spoiltSteps(spoilt, most), ...round!.steps] }] }
}

/** Said where some ballots are left out: whoever counts with fewer seats than were voted for sees why. */
export const spoiltSteps = (spoilt: bigint, most: number | null): Step[] =>
  spoilt > 0n ? [step("counting.step.spoilt", { ballots: spoilt, most: most ?? 0 })] : []

const spoiltPoints = (spoilt: bigint, most: number): Step[] =>
  spoilt > 0n ? [step("counting.step.spoilt_points", { ballots: spoilt, most })] : []

/** Everybody's voices, and how many ballots gave them: those that name somebody, and no more than they may (else `spoilt`). */
export const voicesOf = (
  election: Election,
  most: number | null,
): { voices: Map<Candidate, bigint>; expressed: bigint; spoilt: bigint } => {
  const voices = new Map<Candidate, bigint>(standing(election).map((candidate) => [candidate, 0n]))
  let expressed = 0n
  let spoilt = 0n
  for (const { weight, ranks } of valid(election)) {
    const named = ranks.flat()
    if (most !== null && named.length > most) {
      spoilt += weight
      continue
    }
    if (named.length > 0) expressed += weight
    for (const candidate of named) voices.set(candidate, voices.get(candidate)! + weight)
  }
  return { voices, expressed, spoilt }
}

/** Each ballot shares out at most `most` points as it likes, several to one candidate: `ranks` repeats who has several. */
export const countCumulative = (election: Election, most: number): Count => {
  const points = new Map<Candidate, bigint>(standing(election).map((candidate) => [candidate, 0n]))
  const gone = new Set(election.withdrawn)
  let spoilt = 0n
  for (const { weight, ranks } of election.ballots) {
    const given = ranks.flat().filter((candidate) => !gone.has(candidate))
    if (given.length > most) {
      spoilt += weight
      continue
    }
    for (const candidate of given) points.set(candidate, points.get(candidate)! + weight)
  }
  const count = seated("cumulative", election, points, [])
  const [round] = count.rounds
  return { ...count, rounds: [{ ...round!, steps: [...spoiltPoints(spoilt, most), ...round!.steps] }] }
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
  return fromRanking(
    "borda",
    election,
    byPoints(stand, (one) => tenths.get(one)!),
    undefined,
    (one) => decimal(tenths.get(one)!, 1),
  )
}

/** Whom nobody named takes no seat, even one that nobody else wants: it stays vacant. */
const seated = (
  method: string,
  election: Election,
  points: ReadonlyMap<Candidate, bigint>,
  bounds: readonly Bounds[],
): Count => {
  const voices = (candidate: Candidate) => points.get(candidate)!
  const layers = byPoints([...points.keys()], voices)
  const named = layers.filter(([one]) => voices(one!) > 0n)
  const shown = (candidate: Candidate) => String(voices(candidate))
  const whole = (count: Count): Count => {
    const ranked = new Set(count.ranking!.flat())
    const rest = layers.flat().filter((candidate) => !ranked.has(candidate))
    const [round] = count.rounds
    const standing = rest.map((candidate): Standing => ({ candidate, votes: shown(candidate), state: "excluded" }))
    return {
      ...count,
      seats: election.seats,
      ranking: [...count.ranking!, ...(rest.length > 0 ? [rest] : [])],
      rounds: [{ ...round!, standing: [...round!.standing, ...standing] }],
    }
  }
  if (bounds.length === 0) return whole(fromRanking(method, election, named, undefined, shown))
  const shares = sharesOf(bounds, named.flat(), election.seats)
  const { chosen, open, steps } = seatBySeat(election, named.flat(), voices, shares)
  const left = named.map((layer) => layer.filter((one) => !chosen.includes(one))).filter((layer) => layer.length > 0)
  const ranking = [...chosen.map((one) => [one]), ...left]
  const count = whole(fromRanking(method, { ...election, seats: chosen.length }, ranking, undefined, shown))
  const [round] = count.rounds
  const stood = round!.standing.map((one): Standing =>
    open?.among.includes(one.candidate) ? { ...one, state: "hopeful" } : one,
  )
  return { ...count, open, rounds: [{ ...round!, steps: [...steps, ...round!.steps], standing: stood }] }
}
