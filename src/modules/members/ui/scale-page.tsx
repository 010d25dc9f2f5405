import { useState } from "react"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Act } from "../../../shell/act.tsx"
import { useBody } from "../../../shell/body.ts"
import { Reading } from "../../../shell/fault.tsx"
import { CheckField, LongTextField, NumberField, TextField } from "../../../shell/fields.tsx"
import { Form, useFormValues } from "../../../shell/form.tsx"
import { Link, useAddress } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Facts, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { DuesRings } from "./dues-rings.tsx"
import { useMembersCrumbs } from "./crumbs.ts"
import { centsOf, useEuros } from "./money.ts"

/** What is asked each year, and where it is paid. */
export const ScalePage = () => {
  const t = useWords()
  const crumbs = useMembersCrumbs()
  const { body } = useBody()
  const { values } = useAddress()
  const year = Number(values["annee"]) || undefined
  const read = useRead("dues.year", { bodyId: body?.id ?? "", ...(year ? { year } : {}) }, { enabled: Boolean(body) })
  return (
    <Reading of={read}>
      {(dues) => (
        <Page
          title={t("members.page.scale")}
          lead={t("members.scale.lead", { body: body?.name ?? "", year: String(dues.year) })}
          crumbs={crumbs}
          missing={dues.may["dues.addAmount"] ? dues.missing : undefined}
          purpose={t("members.purpose.call")}
          acts={<Years of={dues} />}
        >
          <Amounts of={dues} bodyId={body!.id} />
          <DuesRings of={dues} bodyId={body!.id} />
          <Account of={dues} bodyId={body!.id} />
        </Page>
      )}
    </Reading>
  )
}

type Dues = ReadOf<"dues.year">

const Years = ({ of: { year, this_year, years } }: { of: Dues }) => {
  const all = [...new Set([this_year + 1, this_year, ...years])].sort((a, b) => b - a).slice(0, 6)
  return all.map((one) => (
    <Link
      key={one}
      className="button quiet"
      to={`/membres/bareme?annee=${one}`}
      {...(one === year ? { "aria-current": "page" as const } : {})}
    >
      {one}
    </Link>
  ))
}

const Amounts = ({ of: { amounts, year, years, may }, bodyId }: { of: Dues; bodyId: string }) => {
  const t = useWords()
  const euros = useEuros()
  const from = years.filter((one) => one !== year).sort((a, b) => Math.abs(a - year) - Math.abs(b - year))[0]
  return (
    <Sheet title={t("members.scale.title", { year: String(year) })}>
      {amounts.length === 0 ? (
        <Empty
          title={t("members.scale.empty")}
          act={
            from !== undefined && (
              <Act command="dues.copyScale" input={{ bodyId, from, to: year }} may={may} kind="main">
                {t("members.scale.copy", { year: String(from) })}
              </Act>
            )
          }
        >
          {t("members.scale.empty.lead")}
        </Empty>
      ) : (
        <Rows>
          {amounts.map(({ id, label, note, cents, usual, people }) => (
            <Row
              key={id}
              soft={[note, people > 0 && t("members.scale.people", { count: people })].filter(Boolean).join(" · ")}
              end={
                <Act command="dues.endAmount" input={{ amountId: id }} may={may} done={t("members.scale.ended")}>
                  {t("members.scale.end")}
                </Act>
              }
            >
              <strong>{cents === null ? t("members.free") : euros(cents)}</strong> {label}{" "}
              {usual && <Mark kind="info">{t("members.scale.usual")}</Mark>}
            </Row>
          ))}
        </Rows>
      )}
      {may["dues.addAmount"] && (
        <div className="pad">
          <Form
            command="dues.addAmount"
            // Begins anew once one was added.
            key={amounts.length}
            draft={`dues.addAmount ${bodyId} ${year}`}
            input={(values) => ({
              bodyId,
              year,
              label: values["label"],
              note: values["note"] || null,
              cents: values["is_free"] === true ? null : centsOf(values["euros"]),
              usual: values["usual"] === true,
            })}
            kind="plain"
            send={t("members.scale.add")}
          >
            <TextField name="label" label={t("members.scale.label")} hint={t("members.scale.label.hint")} required />
            <CheckField name="is_free" label={t("members.scale.is_free")} hint={t("members.scale.is_free.hint")} />
            <EurosUnlessFree />
            <TextField name="note" label={t("members.scale.note")} hint={t("members.scale.note.hint")} />
            <CheckField name="usual" label={t("members.scale.make_usual")} hint={t("members.scale.make_usual.hint")} />
          </Form>
        </div>
      )}
    </Sheet>
  )
}

const EurosUnlessFree = () => {
  const t = useWords()
  return useFormValues()["is_free"] === true ? null : (
    <NumberField name="euros" label={t("members.scale.euros")} unit="€" min={0} max={1_000_000} required />
  )
}

const Account = ({ of: { account, may }, bodyId }: { of: Dues; bodyId: string }) => {
  const t = useWords()
  const [isOpen, open] = useState(false)
  return (
    <Sheet title={t("members.account.title")} padded>
      {account && (
        <Facts
          of={[
            account.iban !== null && [t("members.account.iban"), account.iban.replaceAll(/(.{4})(?=.)/g, "$1\u00a0")],
            account.holder !== null && [t("members.account.holder"), account.holder],
            account.how !== "" && [t("members.account.how"), account.how],
          ]}
        />
      )}
      {!account && <p className="soft">{t("members.account.none")}</p>}
      {may["dues.setAccount"] && !isOpen && (
        <div className="bar">
          <button type="button" className="button" onClick={() => open(true)}>
            {t("members.account.change")}
          </button>
        </div>
      )}
      {isOpen && (
        <Form
          command="dues.setAccount"
          initial={{ iban: account?.iban ?? "", holder: account?.holder ?? "", how: account?.how ?? "" }}
          input={(values) => ({
            bodyId,
            iban: values["iban"] || null,
            holder: values["holder"] || null,
            how: values["how"] ?? "",
          })}
          send={t("members.save")}
          onDone={() => open(false)}
        >
          <TextField name="iban" label={t("members.account.iban")} placeholder="BE68 5390 0754 7034" />
          <TextField name="holder" label={t("members.account.holder")} />
          <LongTextField name="how" label={t("members.account.how")} hint={t("members.account.how.hint")} rows={2} />
        </Form>
      )}
    </Sheet>
  )
}
