import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { ChoiceField, DateField, TextField } from "../../../shell/fields.tsx"
import { Reading } from "../../../shell/fault.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { readAddress } from "../../../shell/request.ts"
import { Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { Requests } from "./requests.tsx"

type Register = ReadOf<"privacy.register">

/** What a body answers for: requests, who is soon forgotten, the register of processing. */
export const OfficePage = () => {
  const t = useWords()
  const { body } = useBody()
  const bodyId = body?.id ?? ""
  return (
    <Reading of={useRead("privacy.register", { bodyId }, { enabled: Boolean(body) })}>
      {(register) => (
        <Page
          title={t("privacy.title")}
          lead={register.body.name}
          crumbs={[{ words: t("secretariat.title"), to: "/secretariat" }, { words: t("privacy.title") }]}
          acts={
            <a
              className="button"
              href={readAddress("privacy.register.pdf", { bodyId })}
              target="_blank"
              rel="noreferrer"
            >
              {t("privacy.register.print")}
            </a>
          }
        >
          <Requests asked={{ bodyId }} withNames />
          <Erasures bodyId={bodyId} months={register.keep_former} />
          <Processing of={register} />
          <Runs of={register.runs} />
        </Page>
      )}
    </Reading>
  )
}

const Erasures = ({ bodyId, months }: { bodyId: string; months: number | null }) => {
  const t = useWords()
  const say = useFigures()
  const { data } = useRead("privacy.erasures", { bodyId })
  if (!data) return null
  return (
    <Sheet title={t("privacy.retention")}>
      {months !== null && <p className="pad soft">{t("privacy.retention.lead", { months })}</p>}
      {data.rows.length === 0 ? (
        <p className="pad">{t("privacy.retention.none")}</p>
      ) : (
        <Rows>
          {data.rows.map((one) => (
            <Row
              key={one.person_id}
              soft={
                one.kept_until
                  ? t("privacy.retention.kept", { until: say.day(one.kept_until), reason: one.kept_reason ?? "" })
                  : t("privacy.retention.line", { last: say.day(one.last_link), due: say.day(one.due) })
              }
            >
              <Link to={`/personnes/${one.person_id}`}>{one.name}</Link>
              {!one.kept_until && <Keeping personId={one.person_id} />}
            </Row>
          ))}
        </Rows>
      )}
    </Sheet>
  )
}

const Keeping = ({ personId }: { personId: string }) => {
  const t = useWords()
  return (
    <details className="pad">
      <summary>{t("privacy.retention.keep")}</summary>
      <Form
        command="privacy.keep"
        draft={`privacy.keep.${personId}`}
        initial={{ personId }}
        kind="plain"
        send={t("privacy.retention.keep")}
      >
        <DateField name="until" label={t("privacy.retention.until")} required />
        <TextField name="reason" label={t("privacy.retention.reason")} required />
      </Form>
    </details>
  )
}

const Processing = ({ of: { rows, body, may } }: { of: Register }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <Sheet title={t("privacy.register")}>
      <p className="pad soft">{t("privacy.register.lead")}</p>
      <Rows>
        {rows.map(({ purpose, basis, decided_on, note }) => (
          <Row
            key={purpose}
            soft={
              <>
                <span className="lines">
                  {[
                    `${t.named(`privacy.purpose.${purpose}.who`)} · ${t.named(`privacy.purpose.${purpose}.what`)}`,
                    [
                      t(`privacy.basis.${basis}`),
                      decided_on && t("privacy.register.chosen", { day: say.day(decided_on) }),
                      note,
                    ]
                      .filter(Boolean)
                      .join(" · "),
                    t.named(`privacy.purpose.${purpose}.how_long`),
                  ].join("\n")}
                </span>
              </>
            }
          >
            {t(`privacy.purpose.${purpose}`)}
          </Row>
        ))}
      </Rows>
      {may["privacy.chooseBasis"] && <Choosing bodyId={body.id} purposes={rows.map(({ purpose }) => purpose)} />}
    </Sheet>
  )
}

const bases = ["association", "consent", "made_public", "legal_duty", "interest"] as const

const Choosing = ({ bodyId, purposes }: { bodyId: string; purposes: Register["rows"][number]["purpose"][] }) => {
  const t = useWords()
  return (
    <details className="pad">
      <summary>{t("privacy.register.choose")}</summary>
      <Form command="privacy.chooseBasis" initial={{ bodyId }} kind="plain" send={t("privacy.register.choose")}>
        <ChoiceField
          name="purpose"
          label={t("privacy.register.purpose")}
          options={purposes.map((value) => ({ value, words: t(`privacy.purpose.${value}`) }))}
          required
        />
        <ChoiceField
          name="basis"
          label={t("privacy.register.basis")}
          options={bases.map((value) => ({
            value,
            words: t(`privacy.basis.${value}`),
          }))}
          required
        />
        <TextField name="note" label={t("privacy.register.note")} />
      </Form>
    </details>
  )
}

const Runs = ({ of }: { of: Register["runs"] }) => {
  const t = useWords()
  const say = useFigures()
  if (of.length === 0) return null
  return (
    <Sheet title={t("privacy.retention.runs")}>
      <Rows>
        {of.map(({ on_day, ...counts }) => (
          <Row key={on_day} soft={t("privacy.retention.run", counts)}>
            {say.day(on_day)}
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}
