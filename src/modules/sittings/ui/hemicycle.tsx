import type { ReadOf } from "../../../shell/api.ts"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { Swatch } from "./assembly-groups.tsx"
import { seatsOf } from "./seats.ts"
import "./hemicycle.css"

type Live = ReadOf<"sittings.live">
type Group = Live["groups"][number]
type GroupVote = NonNullable<Live["votes"]>["groups"][number]

const votes = ["for", "against", "abstain", "apart"] as const
const signs = { for: "+", against: "−", abstain: "○", apart: "/" }

/** The assembly seat by seat: the colour of a group with its letter, or the sign of its vote once that is noted. The table says it all. */
export const Hemicycle = ({ groups, of }: { groups: readonly Group[]; of: readonly GroupVote[] }) => {
  const t = useWords()
  const seated = groups.filter(({ seats }) => seats > 0)
  const count = seated.reduce((sum, { seats }) => sum + seats, 0)
  if (count === 0) return null
  const { seats, radius } = seatsOf(count)
  const drawn = seated.flatMap((group) =>
    signsOf(
      group,
      of.find(({ group_id }) => group_id === group.id),
    ),
  )
  const total = (vote: (typeof votes)[number]) => of.reduce((sum, one) => sum + one[vote], 0)
  const sums = { for: total("for"), against: total("against"), abstain: total("abstain"), apart: total("apart") }
  const rest = count - sums.for - sums.against - sums.abstain - sums.apart
  return (
    <>
      <svg
        className="hemicycle"
        viewBox="-1.04 -1.04 2.08 1.14"
        role="img"
        aria-label={t("sittings.live.hemicycle.alt", { ...sums, rest })}
      >
        {seats.map(({ x, y }, index) => {
          const { tint, sign, vote } = drawn[index]!
          return (
            <g key={index} className={`seat ${tint} ${vote ?? ""}`}>
              <circle cx={x} cy={y} r={radius} />
              <text x={x} y={y} fontSize={radius * 1.35} dy="0.36em">
                {sign}
              </text>
            </g>
          )
        })}
      </svg>
      <Table groups={seated} of={of} rest={rest} />
    </>
  )
}

const signsOf = ({ tint, short, seats }: Group, vote: GroupVote | undefined) => {
  const said = vote ? votes.flatMap((one) => Array.from({ length: vote[one] }, () => one)) : []
  return Array.from({ length: seats }, (_, index) => {
    const one = said[index]
    return { tint, vote: one, sign: one ? signs[one] : short.charAt(0) }
  })
}

const Table = ({ groups, of, rest }: { groups: readonly Group[]; of: readonly GroupVote[]; rest: number }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <>
      <p className="soft" aria-hidden="true">
        {votes.map((vote) => `${signs[vote]} ${t(`sittings.live.vote.${vote}`)}`).join(" · ")}
      </p>
      <table className="votes">
        <thead>
          <tr>
            <th scope="col">{t("sittings.live.group")}</th>
            <th scope="col">{t("sittings.live.seats")}</th>
            {votes.map((vote) => (
              <th key={vote} scope="col">
                <span aria-hidden="true">{signs[vote]}</span>
                <span className="unseen">{t(`sittings.live.vote.${vote}`)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => {
            const vote = of.find(({ group_id }) => group_id === group.id)
            return (
              <tr key={group.id}>
                <th scope="row">
                  <Swatch of={group} />
                </th>
                <td>{say.number(group.seats)}</td>
                {votes.map((one) => (
                  <td key={one}>{vote?.noted ? say.number(vote[one]) : "·"}</td>
                ))}
              </tr>
            )
          })}
          <tr>
            <th scope="row">{t("sittings.live.total")}</th>
            <td>{say.number(groups.reduce((sum, { seats }) => sum + seats, 0))}</td>
            {votes.map((one) => (
              <td key={one}>{say.number(of.reduce((sum, vote) => sum + vote[one], 0))}</td>
            ))}
          </tr>
        </tbody>
      </table>
      {rest > 0 && <p className="soft">{t("sittings.live.group.rest", { count: rest })}</p>}
    </>
  )
}
