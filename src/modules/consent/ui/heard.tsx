import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import type { It } from "./election-page.tsx"
import { Quote } from "./quote.tsx"

const moved = ["changes", "proposal", "consent", "elected", "closed"]

/** Who has spoken at this step, and who has not yet: never what. */
export const Spoken = ({ of: { election, participants, may } }: { of: It }) => {
  const t = useWords()
  const { step } = election
  if (step !== "nominations" && step !== "changes" && step !== "consent") return null
  const asked = step === "changes" ? participants.filter(({ named }) => named) : participants
  const has = ({ named, turned, answered }: (typeof participants)[number]) =>
    step === "nominations" ? named : step === "changes" ? turned : answered
  const spoken = asked.filter(has).length
  return (
    <Sheet padded>
      <details open={may["consent.close"] === true}>
        <summary>{t(`consent.spoken.${step}`, { spoken, all: asked.length })}</summary>
        <Rows>
          {asked.map((one) => (
            <Row
              key={one.person_id}
              end={
                <Mark kind={has(one) ? "good" : "wait"}>
                  {t(has(one) ? "consent.spoken.yes" : "consent.spoken.no")}
                </Mark>
              }
            >
              {one.name || t("consent.erased")}
            </Row>
          ))}
        </Rows>
      </details>
    </Sheet>
  )
}

/** All that was said, by the person named. */
export const Counted = ({ of: { counted, nominations, election } }: { of: It }) => {
  const t = useWords()
  if (!counted || !nominations) return null
  const changes = nominations.filter(({ to_id }) => to_id).length
  return (
    <Sheet title={t("consent.counted")}>
      <p className="pad soft">{t("consent.counted.lead")}</p>
      <Rows>
        {counted.map((one) => (
          <Row key={one.person_id}>
            <h3>{one.name || t("consent.erased")}</h3>
            <p className="soft">
              {moved.includes(election.step) && one.by !== one.at_first
                ? t("consent.by.now", { by: one.by, first: one.at_first })
                : t("consent.by", { by: one.by })}
            </p>
            {one.reasons.map((said, at) => (
              <Quote
                key={at}
                by={said.by || t("consent.erased")}
                note={[
                  said.changed && t("consent.after_change"),
                  said.noted_by && t("consent.noted_by", { name: said.noted_by }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              >
                {said.reasons}
              </Quote>
            ))}
          </Row>
        ))}
      </Rows>
      {changes === 0 && election.step !== "reasons" && election.step !== "changes" && (
        <p className="pad soft">{t("consent.changes.none")}</p>
      )}
    </Sheet>
  )
}

/** Who changed, from whom to whom, and why. */
export const Changes = ({ of: { nominations } }: { of: It }) => {
  const t = useWords()
  const changed = (nominations ?? []).filter(({ to_id }) => to_id)
  if (changed.length === 0) return null
  return (
    <Sheet title={t("consent.changes")}>
      <Rows>
        {changed.map((one) => (
          <Row key={one.person_id}>
            <Quote
              by={one.name || t("consent.erased")}
              note={one.turn_noted_by && t("consent.noted_by", { name: one.turn_noted_by })}
            >
              {t("consent.from_to", {
                from: one.nominee || t("consent.erased"),
                to: one.to || t("consent.erased"),
                reasons: one.to_reasons || t("consent.erased.words"),
              })}
            </Quote>
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}
