import { lazy, Suspense } from "react"
import type { ReadOf } from "../../../../shell/api.ts"
import { LongTextField } from "../../../../shell/fields.tsx"
import { Form } from "../../../../shell/form.tsx"
import { Link } from "../../../../shell/go.tsx"
import { Facts, Sheet } from "../../../../shell/sheet.tsx"
import { tell } from "../../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../../shell/use-words.ts"
import { ItemField } from "../item-field.tsx"

type It = ReadOf<"votes.read">

// Only who proclaims needs it.
const Proclaim = lazy(async () => ({ default: (await import("./proclaim.tsx")).Proclaim }))

/** What follows from a closed vote: the decision and the proclamation, to be done or done. */
export const FollowUp = ({ of }: { of: It }) => {
  if (of.to_proclaim)
    return (
      <Suspense>
        <Proclaim of={of} />
        <Done of={of} />
      </Suspense>
    )
  return of.decision_said === null ? <Done of={of} /> : <Decide of={of} />
}

const Done = ({ of: { ballot, decision, proclaimed_at, to_print } }: { of: It }) => {
  const t = useWords()
  const say = useFigures()
  if (!decision && !proclaimed_at) return null
  return (
    <Sheet title={t("votes.decision")} padded>
      <Facts
        of={[
          decision && [
            t("votes.decision"),
            <Link key="d" to={`/decisions/${decision.id}`}>
              {decision.reference}
            </Link>,
          ],
          !!proclaimed_at && [t("votes.proclaimed"), say.moment(proclaimed_at)],
        ]}
      />
      {to_print > 0 && (
        <p>
          <a className="button" href={`/api/votes/${ballot.id}/lettres.pdf`}>
            {t("votes.letter.paper.print", { count: to_print })}
          </a>
        </p>
      )}
    </Sheet>
  )
}

const Decide = ({ of: { ballot, decision_said, minutes_of } }: { of: It }) => {
  const t = useWords()
  return (
    <Sheet title={t("votes.decision")} padded>
      <p className="soft">{t("votes.decide.lead")}</p>
      <Form
        command="votes.decide"
        draft={`votes.decide.${ballot.id}`}
        initial={{ ballotId: ballot.id, text: decision_said }}
        kind="plain"
        send={t("votes.decide")}
        onDone={() => tell({ words: t("votes.decided") })}
      >
        <LongTextField name="text" label={t("votes.decide.text")} rows={5} required />
        <ItemField of={minutes_of} />
      </Form>
    </Sheet>
  )
}
