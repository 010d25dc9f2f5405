import type { ReadOf } from "../../../shell/api.ts"
import { CheckField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link, useGo } from "../../../shell/go.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"

type It = ReadOf<"votes.read">

/** The rounds of this vote, and the one that follows: who may stand in it, and who withdraws. */
export const Rounds = ({ of: { ballot, next, rounds_of: rounds, may } }: { of: It }) => {
  const t = useWords()
  const go = useGo()
  const follows = rounds.some(({ round }) => round > ballot.round)
  if (rounds.length < 2 && !next) return null
  return (
    <Sheet title={t("votes.rounds")} padded>
      {rounds.length > 1 && (
        <p className="bar">
          {rounds.map(({ id, round }) =>
            id === ballot.id ? (
              <strong key={id}>{t("votes.round", { n: round })}</strong>
            ) : (
              <Link key={id} to={`/votes/${id}`}>
                {t("votes.round", { n: round })}
              </Link>
            ),
          )}
        </p>
      )}
      {next && !follows && (
        <>
          <p>{t("votes.rounds.next", { seats: next.seats })}</p>
          <ul>
            {next.candidates.map((at) => (
              <li key={at}>{ballot.candidates[at]}</li>
            ))}
          </ul>
          {may["votes.nextRound"] === true && (
            <Form
              command="votes.nextRound"
              draft={false}
              kind="plain"
              input={(values) => ({
                ballotId: ballot.id,
                withdrew: next.candidates.filter((at) => values[`w${at}`] === true),
              })}
              send={t("votes.rounds.prepare", { n: ballot.round + 1 })}
              onDone={({ ballotId }) => go(`/votes/${ballotId}`)}
            >
              <fieldset>
                <legend>{t("votes.rounds.withdrew")}</legend>
                {next.candidates.map((at) => (
                  <CheckField key={at} name={`w${at}`} label={ballot.candidates[at]!} />
                ))}
              </fieldset>
            </Form>
          )}
        </>
      )}
    </Sheet>
  )
}
