import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Link } from "../../../shell/go.tsx"
import { Facts, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Held = ReadOf<"privacy.held">
type Group = Held["groups"][number]

/** All that is held about one person: details, what each table tells, who opened the file, why and for how long. */
export const HeldSheets = ({ personId, own }: { personId: string; own: boolean }) => {
  const t = useWords()
  return (
    <Reading of={useRead("privacy.held", { personId })}>
      {(held) => (
        <>
          <Details of={held} own={own} />
          {held.groups.map((group) => (
            <GroupSheet key={group.key} of={group} />
          ))}
          {held.others > 0 && <p className="soft">{t("privacy.held.others", { count: held.others })}</p>}
          <Openings of={held.openings} />
          <Grounds of={held} />
        </>
      )}
    </Reading>
  )
}

const Details = ({ of: { details, person }, own }: { of: Held; own: boolean }) => {
  const t = useWords()
  const say = useFigures()
  const { street, postcode, town, country } = details
  const address = [street, [postcode, town].filter(Boolean).join(" "), country && say.country(country)].filter(Boolean)
  return (
    <Sheet
      title={t("privacy.held.details")}
      aside={
        <Link to={own ? `/personnes/${person.id}/modifier` : `/personnes/${person.id}`}>
          {t("privacy.held.correct")}
        </Link>
      }
      padded
    >
      <Facts
        of={[
          [t("people.given_name"), details.given_name],
          [t("people.family_name"), details.family_name],
          [t("people.email"), details.email ?? t("people.none")],
          [t("people.phone"), details.phone ?? t("people.none")],
          [t("people.address"), address.join(", ") || t("people.none")],
          Boolean(details.note) && [t("people.note"), details.note],
        ]}
      />
    </Sheet>
  )
}

// The first lines tell what the group is; a year of meetings is for who wants it.
const shown = 4

const GroupSheet = ({ of: { title, count, lines } }: { of: Group }) => {
  const t = useWords()
  return (
    <Sheet title={title} aside={String(count)}>
      <Rows>
        {lines.slice(0, shown).map((line, index) => (
          <LineRow key={index} of={line} />
        ))}
      </Rows>
      {lines.length > shown && (
        <details className="pad">
          <summary>{t("privacy.held.all", { count: lines.length - shown })}</summary>
          <Rows>
            {lines.slice(shown).map((line, index) => (
              <LineRow key={index} of={line} />
            ))}
          </Rows>
          {count > lines.length && <p className="soft">{t("privacy.held.more", { count, shown: lines.length })}</p>}
        </details>
      )}
    </Sheet>
  )
}

const LineRow = ({ of: { what, kind, where, since, until, on, note } }: { of: Group["lines"][number] }) => {
  const t = useWords()
  const say = useFigures()
  const when = on
    ? say.moment(on)
    : since && until
      ? t("privacy.held.from_to", { since: say.dayOnly(since), until: say.dayOnly(until) })
      : since && t("privacy.held.since", { since: say.dayOnly(since) })
  const [first, ...rest] = [what, kind, where, when, note].filter(Boolean)
  return <Row soft={rest.join(" · ")}>{first}</Row>
}

const Openings = ({ of }: { of: Held["openings"] }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <Sheet title={t("privacy.openings")}>
      {of.length === 0 ? (
        <p className="pad soft">{t("privacy.openings.none")}</p>
      ) : (
        <Rows>
          {of.slice(0, 20).map(({ day, by, times }) => (
            <Row
              key={day + by}
              soft={say.day(day)}
              end={<span className="soft">{t("privacy.openings.times", { count: times })}</span>}
            >
              {by}
            </Row>
          ))}
        </Rows>
      )}
    </Sheet>
  )
}

const Grounds = ({ of: { grounds, person } }: { of: Held }) => {
  const t = useWords()
  return (
    <Sheet title={t("privacy.grounds")}>
      <Rows>
        {grounds.map(({ purpose, basis }) => (
          <Row
            key={purpose}
            soft={[t(`privacy.basis.${basis}`), t.named(`privacy.purpose.${purpose}.how_long`)].join(" · ")}
          >
            {t(`privacy.purpose.${purpose}`)}
          </Row>
        ))}
      </Rows>
      <p className="pad soft">{t("privacy.rights.lead", { body: person.body_name })}</p>
    </Sheet>
  )
}
