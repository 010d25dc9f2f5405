import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Link } from "../../../shell/go.tsx"
import { useSession } from "../../../shell/session.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { Shape } from "./shape.tsx"

type InBody = ReadOf<"skills.ofPerson">["bodies"][number]

/** On a person's page: what they said they can do, for whoever may know it. */
export const PersonSkills = ({ id: personId }: { id: string }) => {
  const { data } = useRead("skills.ofPerson", { personId })
  return data?.bodies.map((one) => (
    <InOne key={one.body_id} of={one} personId={personId} own={data.own} several={data.bodies.length > 1} />
  ))
}

/** On one's own account. */
export const OwnSkills = () => {
  const me = useSession().person?.id
  return me ? <PersonSkills id={me} /> : null
}

const InOne = ({
  of: { body_id, body_name, may_fill, said },
  personId,
  own,
  several,
}: {
  of: InBody
  personId: string
  own: boolean
  several: boolean
}) => {
  const t = useWords()
  const say = useFigures()
  return (
    <Sheet title={several ? `${t("skills.title")} · ${body_name}` : t("skills.title")} padded>
      {!said ? (
        <p className="soft">{t(own ? "skills.own.lead" : "skills.person.none")}</p>
      ) : (
        <>
          {said.skills.length > 0 ? (
            <ul className="tight">
              {said.skills.map(({ id, name, level, wants }) => (
                <li key={id}>
                  <Link to={`/competences?competence=${id}&instance=${body_id}`}>{name}</Link>{" "}
                  <span className="soft">
                    <Shape of={{ level, wants }} spoken />
                  </span>
                </li>
              ))}
            </ul>
          ) : (
            <p className="soft">{t("skills.person.nothing")}</p>
          )}
          {said.away_until && <p>{t("skills.person.away", { day: say.dayOnly(said.away_until) })}</p>}
          {(said.slots.length > 0 || said.hours_month !== null || said.manner) && (
            <p>
              {[
                said.hours_month !== null && t("skills.person.hours", { hours: said.hours_month }),
                said.slots.length > 0 &&
                  said.slots
                    .map((slot) => t.named(`skills.day.${slot[0]}.short`) + " " + t.named(`skills.part.${slot[1]}`))
                    .join(", "),
                said.manner && t(`skills.manner.${said.manner}`),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          )}
          {said.note && <p className="lines">{said.note}</p>}
          <p className="soft">
            {said.by_name
              ? t("skills.person.typed", { day: say.dayOnly(said.confirmed_on), by: said.by_name })
              : t("skills.person.said", { day: say.dayOnly(said.confirmed_on) })}
          </p>
        </>
      )}
      {may_fill && (
        <Link className="button" to={`/competences/personnes/${personId}?instance=${body_id}`}>
          {t(own ? (said ? "skills.own.change" : "skills.own.say") : "skills.type")}
        </Link>
      )}
    </Sheet>
  )
}
