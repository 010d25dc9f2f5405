import { Act } from "../../../shell/act.tsx"
import { useRead } from "../../../shell/api.ts"
import { Link } from "../../../shell/go.tsx"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { Checks } from "./checks.tsx"
import type { It } from "./designation-page.tsx"

/** Who is put forward, in order, with what there is to know of the list; then, who sits there. */
export const People = ({ of }: { of: It }) => {
  const t = useWords()
  const { designation, people, checks, ours, keeps } = of
  const { designated_at, abandoned_at } = designation
  const edits = of.may["designations.setList"] === true && !designated_at && !abandoned_at
  if (edits && ours === null) return null
  // The act that designates says them again, beside the reason it asks for.
  const tells = designation.step === "designation" && of.may["designations.designate"] === true
  return (
    <Sheet title={t(designated_at ? "designations.people.done" : "designations.people")}>
      {people.length === 0 ? (
        <p className="pad soft">{t("designations.people.none")}</p>
      ) : (
        <Rows numbered>
          {people.map((one, at) => (
            <Row key={one.person_id} n={at + 1} soft={<Under of={one} it={of} />}>
              {designated_at && one.office_id ? (
                <Link to={`/mandats/${one.office_id}`}>{one.name || t("designations.people.erased")}</Link>
              ) : (
                one.name || t("designations.people.erased")
              )}{" "}
              {one.seat === "substitute" && <Mark>{t("designations.seat.substitute")}</Mark>}
            </Row>
          ))}
        </Rows>
      )}
      {(edits || (keeps && checks.length > 0 && !tells)) && (
        <div className="pad stack">
          {people.length > 0 && keeps && !tells && <Checks of={checks} />}
          {edits && (
            <>
              <div className="bar">
                <Link
                  className={designation.step === "people" ? "button main" : "button"}
                  to={`/designations/${designation.id}/liste`}
                >
                  {t(people.length > 0 ? "designations.list.change" : "designations.list.set")}
                </Link>
              </div>
              <Taken designationId={designation.id} />
            </>
          )}
        </div>
      )}
    </Sheet>
  )
}

const Under = ({ of: one, it: { designation } }: { of: It["people"][number]; it: It }) => {
  const t = useWords()
  const say = useFigures()
  const { role, title, country } = designation
  const as =
    one.seat === "full"
      ? (title ?? t(`offices.role.${role}`, { form: one.form, country }))
      : t("offices.role.substitute", { form: one.form })
  const left = one.until && (!designation.until || one.until < designation.until)
  return (
    <>
      {[
        as,
        one.component,
        one.follows && t("designations.follows", { name: one.follows, on: say.dayOnly(one.follows_on!) }),
        left && t("designations.left", { on: say.dayOnly(one.until!) }),
      ]
        .filter(Boolean)
        .join(" · ")}
    </>
  )
}

/** In one gesture: those who stand in a closed call, or those whom a vote elected. */
const Taken = ({ designationId }: { designationId: string }) => {
  const t = useWords()
  const say = useFigures()
  const { data } = useRead("designations.choices", { designationId })
  if (!data || data.calls.length + data.votes.length === 0) return null
  return (
    <details>
      <summary>{t("designations.take")}</summary>
      <div className="stack">
        {data.votes.map(({ id, title, closed_at }) => (
          <Act
            key={id}
            command="designations.take"
            input={{ designationId, ballotId: id }}
            kind="plain"
            confirm={{ title: t("designations.take.vote", { title }), words: t("designations.take.vote.words") }}
            done={t("designations.taken")}
          >
            {t("designations.take.vote.of", { title, on: say.dayOnly(closed_at) })}
          </Act>
        ))}
        {data.calls.map(({ id, title, closed_at }) => (
          <Act
            key={id}
            command="designations.take"
            input={{ designationId, callId: id }}
            kind="plain"
            done={t("designations.taken")}
          >
            {t("designations.take.call", { title, on: say.dayOnly(closed_at) })}
          </Act>
        ))}
      </div>
    </details>
  )
}
