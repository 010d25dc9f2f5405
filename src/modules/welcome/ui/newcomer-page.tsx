import { useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Facts } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { WhoSees } from "../../../shell/who-sees.tsx"
import { Late } from "./board-page.tsx"
import { useWelcomeCrumbs } from "./crumbs.ts"
import { NewcomerState } from "./list-page.tsx"
import { Consent, Identify } from "./identity.tsx"
import { Give } from "./give.tsx"
import { Journey } from "./journey.tsx"
import { Now } from "./now.tsx"
import { Otherwise } from "./otherwise.tsx"
import type { It, Mays } from "./it.ts"

/** One newcomer: what to do now, by whom and by when; the steps behind and ahead; and the other ways it may go. */
export const NewcomerPage = () => {
  const t = useWords()
  const crumbs = useWelcomeCrumbs()
  const read = useRead("newcomers.read", { newcomerId: useParam("newcomerId") })
  return (
    <Reading of={read}>
      {(it) => {
        const may: Mays = it.may
        const { newcomer, name, open } = it
        return (
          <Page
            title={newcomer.forgotten_at ? t("welcome.forgotten") : name}
            lead={`${t(`welcome.wish.${newcomer.wish}`)} · ${it.body_name}`}
            crumbs={[...crumbs, { words: newcomer.forgotten_at ? t("welcome.forgotten") : name }]}
            marks={
              <>
                <NewcomerState of={newcomer.state} /> <Late of={it} />
              </>
            }
            acts={
              may["newcomers.correct"] && (
                <Link className="button quiet" to={`/arrivants/${newcomer.id}/corriger`}>
                  {t("welcome.correct")}
                </Link>
              )
            }
            side={<Side of={it} />}
          >
            {it.known.length > 0 && may["newcomers.identify"] && <Identify of={it} />}
            {open !== null && (!newcomer.welcomer_id ? <Give of={it} /> : <Now of={it} />)}
            <Journey of={it} />
            {open !== null && newcomer.welcomer_id && <Give of={it} />}
            {open !== null && <Otherwise of={it} />}
            {newcomer.consent_text !== null && <Consent words={newcomer.consent_text} />}
            <WhoSees kind="newcomer" id={newcomer.id} />
          </Page>
        )
      }}
    </Reading>
  )
}

const Side = ({ of: { newcomer, by, manages, meetings, hours } }: { of: It }) => {
  const t = useWords()
  const say = useFigures()
  const { phone, email, town, message, source, person_id } = newcomer
  return (
    <Facts
      of={[
        [t("welcome.column.welcomer"), by.welcomer ?? t("welcome.nobody")],
        phone !== null && [
          t("people.phone"),
          <a key="phone" href={`tel:${phone}`}>
            {phone}
          </a>,
        ],
        email !== null && [
          t("people.email"),
          <a key="email" href={`mailto:${email}`}>
            {email}
          </a>,
        ],
        town !== null && [t("welcome.page.town"), town],
        message !== null && [
          t("welcome.message"),
          <span key="message" className="pre">
            {message}
          </span>,
        ],
        [t("welcome.source"), [t.named(`welcome.source.${source}`), by.recorded].filter(Boolean).join(" · ")],
        newcomer.confirmed_at !== null && [t("welcome.column.came"), say.day(newcomer.confirmed_at)],
        newcomer.contacted_at === null &&
          newcomer.ended_at === null && [t("welcome.hours"), t("welcome.hours.rule", { hours })],
        meetings.length > 0 && [
          t("welcome.standing.meetings"),
          meetings.map(({ title, starts }) => `${title}, ${say.dayAndHour(starts)}`).join(" · "),
        ],
        newcomer.ended_at !== null && [
          t.named(`welcome.state.${newcomer.state}`),
          [say.day(newcomer.ended_at), by.ended].filter(Boolean).join(", "),
        ],
        newcomer.reason !== null && [t("welcome.stop.reason"), newcomer.reason],
        newcomer.paused_why !== null && [t("welcome.pause.why"), newcomer.paused_why],
        manages &&
          person_id !== null && [
            t("welcome.person"),
            <Link key="person" to={`/personnes/${person_id}`}>
              {t("welcome.person.see")}
            </Link>,
          ],
      ]}
    />
  )
}
