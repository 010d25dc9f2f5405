import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Besides } from "../../../shell/besides.tsx"
import { Reading } from "../../../shell/fault.tsx"
import { DateField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Facts, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"
import { WhoSees } from "../../../shell/who-sees.tsx"
import { Warnings } from "./warnings.tsx"
import { roleOf, span, stateOf, warningOf } from "./said.ts"

type Read = ReadOf<"offices.read">

/** One external mandate: what it is, what the rules have against it, how it stood before. */
export const OfficePage = () => {
  const t = useWords()
  return (
    <Reading of={useRead("offices.read", { officeId: useParam("officeId") })}>
      {({ office, versions, warnings, may }) => {
        const state = stateOf(office)
        return (
          <Page
            title={`${office.name}, ${roleOf(office, t)}`}
            lead={office.institution}
            crumbs={[{ words: t("offices.title"), to: "/mandats" }, { words: office.institution }]}
            marks={
              <>
                <Mark {...(state === "now" ? { kind: "good" as const } : {})}>{t(`offices.state.${state}`)}</Mark>
                {office.sent_by && <Mark>{t("offices.derived")}</Mark>}
              </>
            }
            acts={
              <>
                {may["offices.change"] && (
                  <Link className="button" to={`/mandats/${office.id}/modifier`}>
                    {t("offices.change")}
                  </Link>
                )}
                <Link className="button" to={`/personnes/${office.person_id}`}>
                  {office.name}
                </Link>
              </>
            }
          >
            <Warnings of={warnings.map((one) => ({ key: one.rule, words: warningOf(one, t) }))} />
            <What of={office} />
            {may["offices.end"] && state !== "past" && <Ending officeId={office.id} />}
            {versions.length > 0 && <Before of={versions} form={office.form} country={office.country} />}
            <WhoSees kind="office" id={office.id} />
          </Page>
        )
      }}
    </Reading>
  )
}

const What = ({ of }: { of: Read["office"] }) => {
  const t = useWords()
  const say = useFigures()
  const { kind, level, origin, origin_note, decision_id, sent_by, delegation, stance, paid, yearly_gross_cents } = of
  return (
    <Sheet title={t("offices.facts")} padded>
      <Facts
        of={[
          [t("offices.field.kind"), `${t(`offices.kind.${kind}`)} · ${t(`offices.level.${level}`)}`],
          [t("offices.field.dates"), span(of, t, say)],
          [
            t("offices.field.origin"),
            <span key="origin">
              {[sent_by ? t("offices.sent_by", { name: sent_by }) : t(`offices.origin.${origin}`), origin_note]
                .filter(Boolean)
                .join(" · ")}
              {decision_id && <Besides of="decision" id={decision_id} />}
            </span>,
          ],
          delegation !== null && [
            t("offices.field.delegation"),
            <span key="delegation" className="pre">
              {delegation}
            </span>,
          ],
          stance !== null && [t("offices.field.stance"), t(`offices.stance.${stance}`)],
          paid !== null && [
            t("offices.field.paid"),
            [
              t(`offices.paid.${paid ? "yes" : "no"}`),
              yearly_gross_cents !== null &&
                t("offices.a_year", { amount: say.money((Number(yearly_gross_cents) / 100).toFixed(2)) }),
            ]
              .filter(Boolean)
              .join(" · "),
          ],
        ]}
      />
    </Sheet>
  )
}

const Ending = ({ officeId }: { officeId: string }) => {
  const t = useWords()
  return (
    <details className="pad">
      <summary>{t("offices.end")}</summary>
      <p className="soft">{t("offices.end.lead")}</p>
      <Form
        command="offices.end"
        initial={{ officeId, until: today() }}
        draft={false}
        kind="plain"
        send={t("offices.end")}
        onDone={() => tell({ words: t("offices.ended") })}
      >
        <DateField name="until" label={t("offices.end.until")} required />
      </Form>
    </details>
  )
}

const Before = ({ of, form, country }: { of: Read["versions"]; form: Read["office"]["form"]; country: string }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <Sheet title={t("offices.history")}>
      <Rows>
        {of.map((one) => (
          <Row
            key={one.at}
            soft={[
              span(one, t, say),
              one.stance && t(`offices.stance.${one.stance}`),
              one.delegation,
              t("offices.history.by", { at: say.moment(one.at), name: one.by ?? "" }),
            ]
              .filter(Boolean)
              .join(" · ")}
          >
            {roleOf({ ...one, form, country }, t)}
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}
