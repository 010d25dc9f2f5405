import { Facts, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import type { It } from "./election-page.tsx"
import { Quote } from "./quote.tsx"

type One = NonNullable<It["current"]>

/** The proposal that is before them, with what each answered; the objections first. */
export const Proposal = ({ of: { current } }: { of: It }) => {
  const t = useWords()
  if (!current) return null
  return (
    <Sheet title={t("consent.proposal.of", { name: current.name || t("consent.erased") })} padded>
      <Said of={current} />
    </Sheet>
  )
}

/** Those before it, which were mended or left. */
export const PastProposals = ({ of: { past } }: { of: It }) => {
  const t = useWords()
  if (past.length === 0) return null
  return (
    <Sheet title={t("consent.past")}>
      <Rows>
        {past.map((one) => (
          <Row key={one.id}>
            <details>
              <summary>{t("consent.past.of", { round: one.round, name: one.name || t("consent.erased") })}</summary>
              <div className="stack">
                <Said of={one} />
              </div>
            </details>
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}

const Said = ({ of: one }: { of: One }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <>
      <Quote by={one.proposed_by || undefined} note={t("consent.proposal.on", { at: say.moment(one.proposed_at) })}>
        {one.reasons}
      </Quote>
      {(one.term || one.conditions) && (
        <Facts
          of={[
            !!one.term && [t("consent.term"), one.term],
            !!one.conditions && [t("consent.conditions"), one.conditions],
          ]}
        />
      )}
      {one.went_on_reason && <p>{t("consent.went_on", { reason: one.went_on_reason })}</p>}
      {one.answers.map((said) => (
        <div key={said.person_id} className="stack">
          <p>
            {said.name || t("consent.erased")}{" "}
            <Mark kind={said.answer === "objection" ? "bad" : "good"}>{t(`consent.answer.${said.answer}`)}</Mark>{" "}
            {said.noted_by && <span className="soft">{t("consent.noted_by", { name: said.noted_by })}</span>}
          </p>
          {said.objection !== null && (
            <Quote note={said.lifted_at ? t("consent.lifted") : undefined}>{said.objection}</Quote>
          )}
        </div>
      ))}
    </>
  )
}
