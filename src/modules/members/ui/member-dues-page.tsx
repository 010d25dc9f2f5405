import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { Reading } from "../../../shell/fault.tsx"
import { CheckField, ChoiceField, DateField, NumberField, TextField } from "../../../shell/fields.tsx"
import { Form, useFormValues } from "../../../shell/form.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Facts, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"
import { WhoSees } from "../../../shell/who-sees.tsx"
import { useMembersCrumbs } from "./crumbs.ts"
import { Standing } from "./dues-page.tsx"
import { centsOf, useEuros } from "./money.ts"

type Dues = ReadOf<"dues.member">

/** One member's dues: how they stand, a payment to write, what they owe, what they paid, what was written to them. */
export const MemberDuesPage = () => {
  const { body } = useBody()
  const personId = useParam("personId")
  const read = useRead("dues.member", { bodyId: body?.id ?? "", personId }, { enabled: Boolean(body) })
  return <Reading of={read}>{(dues) => <One of={dues} bodyId={body!.id} lead={body!.name} />}</Reading>
}

const One = ({ of: dues, bodyId, lead }: { of: Dues; bodyId: string; lead: string }) => {
  const t = useWords()
  const say = useFigures()
  const crumbs = useMembersCrumbs()
  const { person, membership, standing, may } = dues
  return (
    <Page
      title={person.name}
      lead={lead}
      crumbs={[...crumbs, { words: t("members.page.dues"), to: "/membres/cotisations" }]}
      marks={<Standing of={standing} />}
      acts={
        <Link className="button" to={`/personnes/${person.id}`}>
          {t("members.see_person")}
        </Link>
      }
      side={
        <Facts
          of={[
            [t("members.column.ring"), t.named(`mandates.ring.${membership.ring}`)],
            [t("members.column.since"), say.dayOnly(membership.since)],
            membership.until !== null && [t("members.column.ended"), say.dayOnly(membership.until)],
            [
              t("members.column.until"),
              membership.dues_until ? say.dayOnly(membership.dues_until) : t("members.standing.never"),
            ],
          ]}
        />
      }
    >
      {may["dues.pay"] && <Pay of={dues} bodyId={bodyId} />}
      <Years of={dues} />
      {may["dues.assign"] && <Assign of={dues} bodyId={bodyId} />}
      <Payments of={dues} />
      <WhoSees kind="dues" id={membership.id} />
    </Page>
  )
}

const Pay = ({ of: { person, years, this_year, amounts, cash_most }, bodyId }: { of: Dues; bodyId: string }) => {
  const t = useWords()
  const euros = useEuros()
  const all = [...new Set([...amounts.map(({ year }) => year), ...years.map(({ year }) => year)])].sort((a, b) => b - a)
  const year = all.includes(this_year) ? this_year : all[0]
  if (year === undefined)
    return (
      <Sheet title={t("members.pay")}>
        <Empty
          title={t("members.scale.empty")}
          act={
            <Link className="button main" to="/membres/bareme">
              {t("members.page.scale")}
            </Link>
          }
        >
          {t("members.scale.empty.lead")}
        </Empty>
      </Sheet>
    )
  const owed = (of: number) => {
    const due = years.find((one) => one.year === of)
    const asked = due ? due.cents : (amounts.find((one) => one.year === of && one.usual)?.cents ?? null)
    return asked === null ? undefined : Math.max(0, Number(asked) - Number(due?.paid ?? 0)) / 100 || undefined
  }
  const form = (
    <Form
      command="dues.pay"
      key={years.length + (years[0]?.paid ?? "")}
      draft={`dues.pay ${bodyId} ${person.id}`}
      initial={{ year: String(year), euros: owed(year), means: "transfer", paidOn: today(), send: person.has_email }}
      input={(values) => ({
        bodyId,
        personId: person.id,
        year: Number(values["year"]),
        cents: centsOf(values["euros"]),
        means: values["means"],
        paidOn: values["paidOn"],
        payer: values["payer"] || null,
        note: values["note"] || null,
        send: values["send"] === true,
      })}
      send={t("members.pay.send")}
      onDone={({ receipt }) => tell({ words: t("members.pay.done", { receipt: String(receipt) }) })}
    >
      <ChoiceField
        name="year"
        label={t("members.column.year")}
        as="select"
        options={all.map((one) => ({ value: String(one), words: String(one) }))}
        required
      />
      <NumberField name="euros" label={t("members.column.sum")} unit="€" min={0.01} max={1_000_000} required />
      <ChoiceField
        name="means"
        label={t("members.column.means")}
        {...(cash_most ? { hint: t("members.pay.cash_most", { sum: euros(cash_most) }) } : {})}
        options={(["transfer", "cash", "card", "cheque"] as const).map((value) => ({
          value,
          words: t(`members.means.${value}`),
        }))}
        required
      />
      <DateField name="paidOn" label={t("members.column.paid_on")} max={today()} required />
      <TextField name="payer" label={t("members.pay.payer")} hint={t("members.pay.payer.hint")} />
      <CheckField
        name="send"
        label={t(person.has_email ? "members.pay.mail_receipt" : "members.pay.print_receipt")}
        hint={t("members.pay.receipt.hint")}
      />
    </Form>
  )
  // Whoever has paid the year rarely pays it again: the page then says so first.
  return years.some((one) => one.year === year && one.covered) ? (
    <Sheet>
      <details className="pad">
        <summary>{t("members.pay.another")}</summary>
        {form}
      </details>
    </Sheet>
  ) : (
    <Sheet title={t("members.pay")} padded>
      {form}
    </Sheet>
  )
}

const Years = ({ of: { years } }: { of: Dues }) => {
  const t = useWords()
  const say = useFigures()
  const euros = useEuros()
  if (years.length === 0) return null
  return (
    <Sheet title={t("members.years")}>
      <Rows>
        {years.map((one) => (
          <Row
            key={one.id}
            soft={
              <>
                {t("members.communication", { communication: one.communication })}
                {one.letters.map(({ step, on, state, means, sending_id }) => (
                  <span key={sending_id} className="under">
                    {t(`members.step.${step as 1 | 2 | 3}.on`, { day: say.dayOnly(on) })},{" "}
                    {t(`members.letter.means.${means as "email"}`)} · {t.named(`post.state.${state}`)}
                  </span>
                ))}
              </>
            }
            end={
              one.covered ? (
                <Mark kind="good">{t(one.freed ? "members.freed" : "members.year.paid")}</Mark>
              ) : (
                <Mark kind="wait">{t("members.year.open")}</Mark>
              )
            }
          >
            <strong>{one.year}</strong> · {one.label}{" "}
            {one.cents === null
              ? t("members.free")
              : t("members.year.sum", { paid: euros(one.paid), asked: euros(one.cents) })}
            {one.freed && <span className="soft"> · {one.freed}</span>}
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}

const Assign = ({ of: { person, amounts, years, this_year }, bodyId }: { of: Dues; bodyId: string }) => {
  const t = useWords()
  const euros = useEuros()
  const scale = amounts.filter(({ year }) => year >= this_year - 1)
  if (scale.length === 0) return null
  const known = years.find(({ year }) => year === this_year)
  return (
    <Sheet>
      <details className="pad">
        <summary>{t("members.assign")}</summary>
        <Form
          command="dues.assign"
          draft={`dues.assign ${bodyId} ${person.id}`}
          initial={{ amountId: known?.amount_id ?? scale.find(({ usual }) => usual)?.id, freed: known?.freed ?? "" }}
          input={(values) => {
            const amount = scale.find(({ id }) => id === values["amountId"])
            return {
              bodyId,
              personId: person.id,
              year: amount?.year ?? this_year,
              amountId: values["amountId"],
              cents: amount?.cents === null && values["euros"] ? centsOf(values["euros"]) : null,
              freed: values["freed"] || null,
            }
          }}
          kind="plain"
          send={t("members.save")}
          onDone={() => tell({ words: t("members.assign.done") })}
        >
          <ChoiceField
            name="amountId"
            label={t("members.column.amount")}
            as="select"
            options={scale.map(({ id, year, label, cents }) => ({
              value: id,
              words: `${year} · ${label}, ${cents === null ? t("members.free") : euros(cents)}`,
            }))}
            required
          />
          <AgreedSum free={scale.filter(({ cents }) => cents === null).map(({ id }) => id)} />
          <TextField name="freed" label={t("members.assign.freed")} hint={t("members.assign.freed.hint")} />
        </Form>
      </details>
    </Sheet>
  )
}

const AgreedSum = ({ free }: { free: readonly string[] }) => {
  const t = useWords()
  return free.includes(useFormValues()["amountId"]) ? (
    <NumberField name="euros" label={t("members.assign.agreed")} unit="€" min={0} max={1_000_000} />
  ) : null
}

const Payments = ({ of: { payments, may, person } }: { of: Dues }) => {
  const t = useWords()
  const say = useFigures()
  const euros = useEuros()
  return (
    <Sheet title={t("members.page.payments")}>
      {payments.length === 0 ? (
        <Empty title={t("members.payments.none")} />
      ) : (
        <Rows>
          {payments.map((one) => (
            <Row
              key={one.id}
              soft={
                <>
                  {[
                    t("members.payment.for", { year: String(one.year) }),
                    t(`members.means.${one.means}`),
                    one.payer && t("members.payment.by", { payer: one.payer }),
                    one.recorded_by && t("members.payment.recorded", { name: one.recorded_by }),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                  {one.cancel_reason && (
                    <span className="under">
                      {t("members.payment.cancelled_because", { reason: one.cancel_reason })}
                    </span>
                  )}
                  <span className="bar">
                    <a className="button quiet" href={`/membres/recus/${one.id}.pdf`} target="_blank" rel="noreferrer">
                      {t("members.receipt.open", { receipt: one.receipt })}
                    </a>
                    {person.has_email && (
                      <Act
                        command="dues.sendReceipt"
                        input={{ paymentId: one.id }}
                        may={may}
                        done={t("members.receipt.sent")}
                      >
                        {t("members.receipt.send")}
                      </Act>
                    )}
                  </span>
                  {!one.cancelled_at && may["dues.cancelPayment"] && <Cancel paymentId={one.id} />}
                </>
              }
              end={one.cancelled_at && <Mark kind="bad">{t("members.payment.cancelled")}</Mark>}
            >
              {one.cancelled_at ? <s>{euros(one.cents)}</s> : <strong>{euros(one.cents)}</strong>}{" "}
              {say.dayOnly(one.paid_on)}
            </Row>
          ))}
        </Rows>
      )}
    </Sheet>
  )
}

const Cancel = ({ paymentId }: { paymentId: string }) => {
  const t = useWords()
  return (
    <details className="pad">
      <summary>{t("members.payment.cancel")}</summary>
      <Form
        command="dues.cancelPayment"
        draft={`dues.cancelPayment ${paymentId}`}
        input={(values) => ({ paymentId, reason: values["reason"] })}
        kind="plain"
        send={t("members.payment.cancel")}
      >
        <TextField name="reason" label={t("members.reason")} hint={t("members.payment.cancel.hint")} required />
      </Form>
    </details>
  )
}
