import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Waiting } from "../../../shell/fault.tsx"
import { Link } from "../../../shell/go.tsx"
import { Row, Rows } from "../../../shell/sheet.tsx"
import { type Translate, useFigures, useWords } from "../../../shell/use-words.ts"
import { parts } from "./orders.ts"
import { Shape } from "./shape.tsx"

type Answer = ReadOf<"skills.who">
export type Person = Answer["people"][number]

const turns = ["first", "perhaps", "later", "learner"] as const

/** Whom to ask for one thing, on a day or at any time: in turns, each person with the reasons. */
export const Who = ({
  skillId,
  bodyId,
  on,
  part,
  onDay,
  onPart,
}: {
  skillId: string
  bodyId: string
  on: string
  part: string
  onDay: (day: string | undefined) => void
  onPart: (part: string | undefined) => void
}) => {
  const t = useWords()
  const { data, error } = useWho(skillId, on, part)
  // Members see those who said it for all of them, without what else there is to know.
  if (error?.status === 404) return <Known skillId={skillId} bodyId={bodyId} />
  return (
    <>
      <div className="bar">
        <div className="field">
          <label htmlFor="who-day">{t("skills.who.day")}</label>
          <input
            id="who-day"
            className="input date"
            type="date"
            value={on}
            onChange={(event) => onDay(event.target.value)}
          />
        </div>
        {on && (
          <div className="field">
            <label htmlFor="who-part">{t("skills.who.part")}</label>
            <select id="who-part" className="input" value={part} onChange={(event) => onPart(event.target.value)}>
              <option value="">{t("skills.who.part.any")}</option>
              {parts.map((one) => (
                <option key={one} value={one}>
                  {t(`skills.part.${one}`)}
                </option>
              ))}
            </select>
          </div>
        )}
      </div>
      {!data ? (
        <Waiting />
      ) : (
        <Turns people={data.people}>
          {({ person_id, name }) => (
            <Act
              command="skills.askHelp"
              input={{ skillId, personId: person_id }}
              may={data.may}
              kind="plain"
              done={t("skills.asked_help")}
            >
              {t("skills.ask_help")}
              <span className="unseen">, {name}</span>
            </Act>
          )}
        </Turns>
      )}
    </>
  )
}

export const useWho = (skillId: string, on: string, part: string) =>
  useRead(
    "skills.who",
    {
      skillId,
      ...(/^\d{4}-\d\d-\d\d$/.test(on) ? { on } : {}),
      ...(on && (part === "m" || part === "a" || part === "e") ? { part } : {}),
    },
    { keepPrevious: true },
  )

export const Turns = ({
  people,
  children,
}: {
  people: readonly Person[]
  children: (person: Person) => React.ReactNode
}) => {
  const t = useWords()
  const say = useFigures()
  if (people.length === 0) return <p className="soft">{t("skills.who.nobody")}</p>
  return turns
    .map((turn) => ({ turn, those: people.filter((one) => one.turn === turn) }))
    .filter(({ those }) => those.length > 0)
    .map(({ turn, those }) => (
      <section key={turn} className="tight">
        <h3>{t(`skills.turn.${turn}`)}</h3>
        <Rows>
          {those.map((person) => (
            <Row
              key={person.person_id}
              soft={person.reasons.map((reason) => reasonWords(reason, t, say)).join(" · ")}
              end={children(person)}
            >
              <Link to={`/personnes/${person.person_id}`}>{person.name}</Link>
            </Row>
          ))}
        </Rows>
      </section>
    ))
}

const reasonWords = (
  { key, facts = {} }: Person["reasons"][number],
  t: Translate,
  say: ReturnType<typeof useFigures>,
): string =>
  t.named(`skills.reason.${key}`, {
    ...facts,
    ...(typeof facts["day"] === "string" ? { day: say.dayOnly(facts["day"]) } : {}),
  })

const Known = ({ skillId, bodyId }: { skillId: string; bodyId: string }) => {
  const t = useWords()
  const { data } = useRead("skills.grid", { bodyId, skillId, limit: 200 })
  if (!data) return <Waiting />
  if (data.rows.length === 0) return <p className="soft">{t("skills.who.nobody_shared")}</p>
  return (
    <>
      <p className="soft">{t("skills.shared_only")}</p>
      <Rows>
        {data.rows.map(({ id, name, squares }) => (
          <Row key={id} end={<Shape of={squares[skillId]} spoken />}>
            <Link to={`/personnes/${id}`}>{name}</Link>
          </Row>
        ))}
      </Rows>
    </>
  )
}
