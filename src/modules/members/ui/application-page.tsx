import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Besides } from "../../../shell/besides.tsx"
import { Reading } from "../../../shell/fault.tsx"
import { ChoiceField, DateField, LongTextField, TextField } from "../../../shell/fields.tsx"
import { Form, useFormValues } from "../../../shell/form.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { Facts, Mark, Sheet } from "../../../shell/sheet.tsx"
import { today as ownToday, useFigures, useWords } from "../../../shell/use-words.ts"
import { WhoSees } from "../../../shell/who-sees.tsx"
import { ApplicationState } from "./applications-page.tsx"
import { useMembersCrumbs } from "./crumbs.ts"

type Read = ReadOf<"applications.read">

/** One application: who asks, what is missing, by what rule it is answered, and the answer. */
export const ApplicationPage = () => {
  const t = useWords()
  const crumbs = useMembersCrumbs()
  const read = useRead("applications.read", { applicationId: useParam("applicationId") })
  return (
    <Reading of={read}>
      {(it) => {
        const { application, name, may } = it
        const isAsked = application.state === "asked"
        return (
          <Page
            title={application.forgotten_at ? t("members.application.forgotten") : name}
            lead={`${t(`mandates.ring.${application.ring}`)} · ${it.body_name}`}
            crumbs={[...crumbs, { words: t("members.page.applications"), to: "/membres/demandes" }]}
            marks={<ApplicationState of={application.state} />}
            {...(isAsked ? { missing: it.missing, purpose: t("members.purpose.accept") } : {})}
            acts={
              isAsked &&
              may["applications.complete"] && (
                <Link className="button" to={`/membres/demandes/${application.id}/completer`}>
                  {t("members.application.complete")}
                </Link>
              )
            }
            side={<Side of={it} />}
          >
            {isAsked && may["applications.accept"] && <Accept of={it} />}
            <Asked of={it} />
            {isAsked && <Otherwise of={it} />}
            <WhoSees kind="application" id={it.application.id} />
          </Page>
        )
      }}
    </Reading>
  )
}

const Side = ({ of: { application, rule, days, by, today, letter } }: { of: Read }) => {
  const t = useWords()
  const say = useFigures()
  const { state } = application
  return (
    <Facts
      of={[
        [t("members.column.asked"), say.day(application.asked_at)],
        state === "asked" && [
          t("members.column.answer_by"),
          <span key="by">
            {say.day(application.answer_by)}{" "}
            {application.answer_by < today && <Mark kind="bad">{t("members.application.late")}</Mark>}
          </span>,
        ],
        [t("members.application.who_accepts"), t.named(`secretariat.value.choice.${application.admission}`)],
        rule && [
          t("members.application.source"),
          [rule.article, rule.source, rule.note, days !== null && t("members.application.days", { days })]
            .filter(Boolean)
            .join(" · "),
        ],
        by.recorded !== null && [t("members.application.recorded"), by.recorded],
        application.answered_at !== null && [
          t(`members.application.${state}`),
          [say.day(application.answered_at), by.answered].filter(Boolean).join(", "),
        ],
        application.decided_on !== null && [
          t("members.application.decision"),
          <span key="decision">
            {[application.decided_in, say.dayOnly(application.decided_on)].filter(Boolean).join(", ")}
            {application.decision_id && <Besides of="decision" id={application.decision_id} />}
          </span>,
        ],
        application.reason !== null && [t("members.reason"), application.reason],
        letter !== null && [
          t("members.application.told"),
          `${t(`members.letter.means.${letter.means}`)} · ${t.named(`post.state.${letter.state}`)}`,
        ],
        application.person_id !== null && [
          t("members.application.person"),
          <Link key="person" to={`/personnes/${application.person_id}`}>
            {t("members.see_person")}
          </Link>,
        ],
      ]}
    />
  )
}

const Asked = ({ of: { application, by } }: { of: Read }) => {
  const t = useWords()
  const say = useFigures()
  const { email, phone, street, postcode, town, message, source } = application
  const address = [street, [postcode, town].filter(Boolean).join(" ")].filter(Boolean).join(", ")
  return (
    <Sheet title={t("members.application.said")} padded>
      <Facts
        of={[
          email !== null && [t("people.email"), email],
          phone !== null && [t("people.phone"), phone],
          address !== "" && [t("people.address"), address],
          [t("members.column.source"), t.named(`members.source.${source}`)],
          message !== null && [
            t("members.application.message"),
            <span key="message" className="pre">
              {message}
            </span>,
          ],
          application.consent_text !== null && [t("members.consent"), application.consent_text],
          application.consent_at !== null && [
            t("members.consent.on"),
            [say.dayOnly(application.consent_at), application.consent_from].filter(Boolean).join(", "),
          ],
          application.objection !== null && [
            t("members.application.objection"),
            [application.objection, by.objected].filter(Boolean).join(" · "),
          ],
        ]}
      />
    </Sheet>
  )
}

const Accept = ({ of: { application, known, missing, needs_decision } }: { of: Read }) => {
  const t = useWords()
  const isBlocked = missing.some(({ only_warns }) => !only_warns)
  if (isBlocked) return null
  return (
    <Sheet title={t("members.accept.title")} padded>
      <Form
        command="applications.accept"
        draft={`applications.accept ${application.id}`}
        initial={{ since: ownToday(), who: known.length === 0 ? "new" : undefined }}
        input={(values) => ({
          applicationId: application.id,
          personId: values["who"] === "new" ? null : values["who"],
          sure: values["who"] === "new" && known.length > 0,
          ...(!needs_decision
            ? { since: values["since"] || null }
            : values["decisionId"]
              ? { decisionId: values["decisionId"].id }
              : { decidedOn: values["decidedOn"] || null, decidedIn: values["decidedIn"] || null }),
        })}
        send={t("members.accept")}
        sticks
      >
        {known.length > 0 && (
          <ChoiceField
            name="who"
            label={t("members.accept.who")}
            hint={t("members.accept.who.hint")}
            options={[
              ...known.map(({ id, name, email, town }) => ({
                value: id,
                words: t("members.accept.same", { name }),
                hint: [email, town].filter(Boolean).join(" · "),
              })),
              { value: "new", words: t("members.accept.other") },
            ]}
            required
          />
        )}
        {needs_decision ? <DecidedFields /> : <DateField name="since" label={t("members.accept.since")} required />}
      </Form>
      <p className="soft">
        {t(
          application.email
            ? "members.accept.tells"
            : application.town || application.street
              ? "members.accept.posts"
              : "members.accept.silent",
        )}
      </p>
    </Sheet>
  )
}

/** The decision of the register, which says its day; or its day and where it stands, in words. */
const DecidedFields = () => {
  const t = useWords()
  const isPicked = Boolean(useFormValues()["decisionId"])
  return (
    <>
      <PickField
        name="decisionId"
        label={t("members.accept.decision")}
        hint={t("members.accept.decision.hint")}
        read="decisions.pick"
      />
      {!isPicked && (
        <>
          <DateField name="decidedOn" label={t("members.accept.decided_on")} max={ownToday()} required />
          <TextField
            name="decidedIn"
            label={t("members.accept.decided_in")}
            hint={t("members.accept.decided_in.hint")}
            required
          />
        </>
      )}
    </>
  )
}

/** To decline, to note that they ask no more, or an objection. */
const Otherwise = ({ of: { application, may } }: { of: Read }) => {
  const t = useWords()
  const applicationId = application.id
  return (
    <Sheet title={t("members.otherwise")} padded>
      {may["applications.decline"] && (
        <details>
          <summary>{t("members.decline")}</summary>
          <Form
            command="applications.decline"
            draft={`applications.decline ${applicationId}`}
            input={(values) => ({ applicationId, reason: values["reason"] })}
            kind="plain"
            send={t("members.decline")}
          >
            <LongTextField name="reason" label={t("members.reason")} hint={t("members.decline.hint")} required />
          </Form>
        </details>
      )}
      {may["applications.object"] && application.objected_at === null && (
        <details>
          <summary>{t("members.object")}</summary>
          <Form
            command="applications.object"
            draft={`applications.object ${applicationId}`}
            input={(values) => ({ applicationId, objection: values["objection"] })}
            kind="plain"
            send={t("members.object.send")}
          >
            <LongTextField
              name="objection"
              label={t("members.application.objection")}
              hint={t("members.object.hint")}
              required
            />
          </Form>
        </details>
      )}
      <Act
        command="applications.withdraw"
        input={{ applicationId }}
        may={may}
        confirm={{ title: t("members.withdraw.confirm"), words: <p>{t("members.withdraw.words")}</p> }}
      >
        {t("members.withdraw")}
      </Act>
    </Sheet>
  )
}
