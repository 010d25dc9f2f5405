import { isRanked } from "../../../kernel/counting/fitting.ts"
import { useState } from "react"
import type { ReadOf } from "../../../shell/api.ts"
import { Field } from "../../../shell/field.tsx"
import { Row, Rows } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { useSaidChoice } from "./outcome.tsx"

type Ballot = ReadOf<"votes.read">["ballot"]
export type Packet = { many: number; ranks: number[][] }

/** The papers as they are taken out of the urn, one by one: those that say the same make a packet with its number. */
export const PapersField = ({ ballot }: { ballot: Ballot }) => {
  const t = useWords()
  const say = useFigures()
  const said = useSaidChoice(ballot)
  return (
    <Field name="papers" label={t("votes.papers")} hint={t("votes.papers.hint")} group>
      {({ value, set }) => {
        const packets = (value ?? []) as Packet[]
        const put = (ranks: number[][], by: number) => {
          const key = JSON.stringify(ranks)
          const known = packets.find((one) => JSON.stringify(one.ranks) === key)
          const next = known
            ? packets.map((one) => (one === known ? { ...one, many: one.many + by } : one))
            : [...packets, { many: by, ranks }]
          set(next.filter(({ many }) => many > 0))
        }
        return (
          <div className="stack">
            <Rows>
              {packets.map(({ many, ranks }) => (
                <Row
                  key={JSON.stringify(ranks)}
                  end={
                    <span className="bar">
                      <button
                        type="button"
                        className="button"
                        aria-label={t("votes.papers.less", { what: said({ ranks }) })}
                        onClick={() => put(ranks, -1)}
                      >
                        −
                      </button>
                      <strong>{say.number(many)}</strong>
                      <button
                        type="button"
                        className="button"
                        aria-label={t("votes.papers.more", { what: said({ ranks }) })}
                        onClick={() => put(ranks, 1)}
                      >
                        +
                      </button>
                    </span>
                  }
                >
                  {said({ ranks })}
                </Row>
              ))}
            </Rows>
            <OnePaper ballot={ballot} onAdd={(ranks) => put(ranks, 1)} />
          </div>
        )
      }}
    </Field>
  )
}

/** One paper: what is ticked or ranked on it. */
const OnePaper = ({ ballot, onAdd }: { ballot: Ballot; onAdd: (ranks: number[][]) => void }) => {
  const t = useWords()
  const [places, setPlaces] = useState<Record<number, number>>({})
  const graded = ballot.method === "majority_judgment"
  const ranked = isRanked(ballot.method) || graded
  const of = (place: number) => ballot.candidates.flatMap((_, at) => (places[at] === place ? [at] : []))
  const used = [...new Set(Object.values(places).filter((place) => place > 0))].toSorted((a, b) => a - b)
  const ranks = graded && used.length > 0 ? [1, 2, 3, 4, 5, 6, 7].map(of) : used.map(of)
  const add = () => {
    onAdd(ranks)
    setPlaces({})
  }
  return (
    <div className="stack">
      <p>{t("votes.papers.one")}</p>
      {ballot.candidates.map((name, at) =>
        ranked ? (
          <label key={name}>
            {name}{" "}
            <select
              className="input"
              value={places[at] ?? 0}
              onChange={({ target }) => setPlaces((before) => ({ ...before, [at]: Number(target.value) }))}
            >
              <option value={0}>{t(graded ? "votes.papers.ungraded" : "votes.papers.unranked")}</option>
              {(graded ? ([0, 1, 2, 3, 4, 5, 6] as const) : ballot.candidates.keys().toArray()).map((place) => (
                <option key={place} value={place + 1}>
                  {graded ? t(`votes.grade.${place as 0}`) : t("votes.place", { n: place + 1 })}
                </option>
              ))}
            </select>
          </label>
        ) : (
          <label key={name} className="option">
            <input
              type="checkbox"
              checked={(places[at] ?? 0) > 0}
              onChange={({ target }) => setPlaces((before) => ({ ...before, [at]: target.checked ? 1 : 0 }))}
            />{" "}
            {name}
          </label>
        ),
      )}
      <p>
        <button type="button" className="button" disabled={ranks.length === 0} onClick={add}>
          {t("votes.papers.add")}
        </button>
      </p>
    </div>
  )
}
