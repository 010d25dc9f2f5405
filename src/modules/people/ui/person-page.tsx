import { useEffect } from "react"
import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Besides } from "../../../shell/besides.tsx"
import { DateField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link, useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Facts, Mark } from "../../../shell/sheet.tsx"
import { WhoSees } from "../../../shell/who-sees.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"
import { Affiliations, Grants, Mandates, Memberships } from "../../mandates/ui/contract.tsx"

type Person = ReadOf<"people.read">

/** One person: how to reach them, where they belong, what they hold. */
export const PersonPage = () => {
  const go = useGo()
  const personId = useParam("personId")
  const read = useRead("people.read", { personId })
  const standing = read.data?.id
  // Merged into another record: its address becomes that of the one that stays.
  useEffect(() => {
    if (standing && standing !== personId) go(`/personnes/${standing}`, { replace: true })
  }, [standing, personId, go])
  return <Reading of={read}>{(person) => <One person={person} />}</Reading>
}

const One = ({ person }: { person: Person }) => {
  const t = useWords()
  const say = useFigures()
  const { id, name, contact, memberships, affiliations, mandates, grants, left_on, may, may_in, sees_rights } = person
  const now = mandates.filter(({ since, until }) => since <= today() && (!until || until >= today()))
  return (
    <Page
      title={name}
      crumbs={[{ words: t("people.title"), to: "/personnes" }, { words: name }]}
      lead={now.map(({ function_name, body_name }) => `${function_name}, ${body_name}`).join(" · ")}
      marks={left_on && <Mark kind="bad">{t("people.left", { day: say.dayOnly(left_on) })}</Mark>}
      acts={
        <>
          {may["people.change"] && contact && (
            <Link className="button" to={`/personnes/${id}/modifier`}>
              {t("people.change")}
            </Link>
          )}
          {sees_rights && (
            <Link className="button" to={`/personnes/${id}/droits`}>
              {t("mandates.rights.link")}
            </Link>
          )}
          {left_on && (
            <Act command="people.return" input={{ personId: id }} may={may} kind="plain" done={t("people.returned")}>
              {t("people.return")}
            </Act>
          )}
        </>
      }
      side={<Contact person={person} />}
      beside={<>{!left_on && <Besides of="person" id={id} />}</>}
    >
      <Memberships personId={id} of={memberships} bodies={may_in.people} />
      <Affiliations personId={id} of={affiliations} bodies={may_in.affiliations} />
      <Mandates personId={id} of={mandates} bodies={may_in.mandates} />
      <Grants personId={id} of={grants} bodies={may_in.mandates} capabilities={may_in.capabilities} />
      {may["people.leave"] && !left_on && <Leaving personId={id} />}
      {contact && <WhoSees kind="person" id={id} />}
      {may["people.leave"] && (
        <p className="pad">
          <Link to={`/personnes/${id}/comparer`}>{t("people.compare.start")}</Link>
        </p>
      )}
    </Page>
  )
}

const Contact = ({ person: { contact, language } }: { person: Person }) => {
  const t = useWords()
  const say = useFigures()
  if (!contact) return <p className="soft">{t("people.hidden")}</p>
  const { email, phone, street, postcode, town, country, post_only, note } = contact
  const address = [street, [postcode, town].filter(Boolean).join(" "), country && say.country(country)].filter(Boolean)
  return (
    <>
      {post_only && (
        <p>
          <Mark kind="info">{t("people.post_only")}</Mark>
        </p>
      )}
      <Facts
        of={[
          [
            t("people.email"),
            email ? <a href={`mailto:${email}`}>{email}</a> : <span className="soft">{t("people.none")}</span>,
          ],
          [
            t("people.phone"),
            phone ? (
              <a href={`tel:${phone.replaceAll(/[^+\d]/g, "")}`}>{phone}</a>
            ) : (
              <span className="soft">{t("people.none")}</span>
            ),
          ],
          [
            t("people.address"),
            address.length ? (
              address.map((part) => <div key={part}>{part}</div>)
            ) : (
              <span className="soft">{t("people.none")}</span>
            ),
          ],
          language !== "fr" && [t("people.language"), t.named(`people.language.${language}`)],
          Boolean(note) && [t("people.note"), note],
        ]}
      />
    </>
  )
}

const Leaving = ({ personId }: { personId: string }) => {
  const t = useWords()
  return (
    <details className="pad">
      <summary>{t("people.leave")}</summary>
      <p className="soft">{t("people.leave.lead")}</p>
      <Form
        command="people.leave"
        initial={{ personId, on: today() }}
        draft={false}
        kind="plain"
        send={t("people.leave")}
      >
        <DateField name="on" label={t("people.leave.on")} required />
      </Form>
    </details>
  )
}
