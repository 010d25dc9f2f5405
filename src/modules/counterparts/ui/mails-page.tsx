import { useMemo } from "react"
import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { ChoiceField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Page } from "../../../shell/page.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { Empty, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Line = ReadOf<"exchanges.mails">["rows"][number]

/** The address to put in copy, and the mails whose counterpart is not known yet. */
export const MailsPage = () => {
  const t = useWords()
  const { body } = useBody()
  if (!body) return <NotFound />
  return (
    <Page
      title={t("exchanges.mails")}
      crumbs={[{ words: t("counterparts.place"), to: "/interlocuteurs" }]}
      lead={body.name}
    >
      <Reading of={useRead("exchanges.mails", { bodyId: body.id })}>
        {({ rows, address }) => (
          <>
            <Sheet title={t("exchanges.mails.address")} padded>
              {address ? <Address of={address} /> : <p className="soft">{t("exchanges.mails.off")}</p>}
            </Sheet>
            {rows.length === 0 ? (
              <Sheet>
                <Empty title={t("exchanges.mails.none")}>{t("exchanges.mails.none.lead")}</Empty>
              </Sheet>
            ) : (
              <>
                <h2>{t("exchanges.mails.to_confirm")}</h2>
                {rows.map((mail) => (
                  <One key={mail.id} mail={mail} bodyId={body.id} />
                ))}
              </>
            )}
          </>
        )}
      </Reading>
    </Page>
  )
}

const Address = ({ of }: { of: string }) => {
  const t = useWords()
  const copy = async () => {
    await navigator.clipboard.writeText(of)
    tell({ words: t("exchanges.mails.copied") })
  }
  return (
    <>
      <p>{t("exchanges.mails.lead")}</p>
      <input
        className="input"
        readOnly
        aria-label={t("exchanges.mails.address")}
        value={of}
        onFocus={(event) => event.target.select()}
      />
      <div className="bar">
        <button type="button" className="button" onClick={() => void copy()}>
          {t("exchanges.mails.copy")}
        </button>
      </div>
    </>
  )
}

const One = ({ mail, bodyId }: { mail: Line; bodyId: string }) => {
  const t = useWords()
  const say = useFigures()
  const more = useMemo(() => ({ bodyId }), [bodyId])
  const to = mail.addresses.map((address, index) => mail.names[index] || address).join(", ")
  const [given = "", ...family] = (mail.names[0] ?? "").split(" ")
  return (
    <Sheet title={mail.subject} aside={say.dayOnly(mail.on_day)} padded>
      <p className="soft">{t("exchanges.mails.from", { by: mail.by, to })}</p>
      <details>
        <summary>{t("exchanges.field.said")}</summary>
        <p className="prose pre">{mail.said}</p>
      </details>
      <Form
        command="exchanges.settleMail"
        draft={`exchanges.settleMail.${mail.id}`}
        initial={{ nature: "person", given_name: family.length > 0 ? given : "", name: family.join(" ") || given }}
        input={(values) => {
          const counterpartIds = (values["counterpartIds"] ?? []).map(({ id }: { id: string }) => id)
          // The name is filled in beforehand, for somebody new: whoever is picked is not.
          return counterpartIds.length > 0
            ? { mailId: mail.id, counterpartIds }
            : {
                mailId: mail.id,
                name: values["name"] || null,
                given_name: values["given_name"] || null,
                nature: values["nature"],
              }
        }}
        send={t("exchanges.mails.settle")}
        onDone={() => tell({ words: t("exchanges.logged") })}
        beside={
          <Act command="exchanges.dismissMail" input={{ mailId: mail.id }} done={t("exchanges.mails.dismissed")}>
            {t("exchanges.mails.dismiss")}
          </Act>
        }
      >
        <PickField name="counterpartIds" many label={t("exchanges.mails.who")} read="counterparts.pick" more={more} />
        <p>{t("exchanges.mails.new", { address: mail.addresses[0] ?? "" })}</p>
        <ChoiceField
          name="nature"
          label={t("counterparts.field.nature")}
          options={(["person", "organisation"] as const).map((value) => ({
            value,
            words: t(`counterparts.nature.${value}`),
          }))}
        />
        <TextField name="given_name" label={t("counterparts.field.given_name")} autoComplete="off" />
        <TextField name="name" label={t("counterparts.field.name")} autoComplete="off" />
      </Form>
    </Sheet>
  )
}
