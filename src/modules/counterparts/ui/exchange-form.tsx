import { useMemo } from "react"
import { type InputOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading, Waiting } from "../../../shell/fault.tsx"
import { CheckField, ChoiceField, DateField, LongTextField, TextField } from "../../../shell/fields.tsx"
import { Form, type FormValues, useFormValues } from "../../../shell/form.tsx"
import { useAddress, useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { useSession } from "../../../shell/session.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { today, useWords } from "../../../shell/use-words.ts"
import { MatterField } from "../../matters/ui/contract.tsx"
import { exchangeKinds } from "./kinds.ts"

/** An exchange to note: ?avec= a counterpart, ?dossier= a matter, ?genre= a kind. */
export const NewExchangePage = () => {
  const t = useWords()
  const go = useGo()
  const { body } = useBody()
  const { person } = useSession()
  const { values } = useAddress()
  const [withId, matterId] = [values["avec"], values["dossier"]]
  const other = useRead("counterparts.read", { counterpartId: withId ?? "" }, { enabled: Boolean(withId) }).data
  const matter = useRead("matters.read", { matterId: matterId ?? "" }, { enabled: Boolean(matterId) }).data
  if (!body || !person) return <NotFound />
  if ((withId && !other) || (matterId && !matter)) return <Waiting />
  const bodyId = other?.counterpart.body_id ?? matter?.matter.body_id ?? body.id
  return (
    <Page
      title={t(values["genre"] === "request" ? "exchanges.ask" : "exchanges.log")}
      crumbs={[
        { words: t("counterparts.place"), to: "/interlocuteurs" },
        ...(other ? [{ words: other.counterpart.full_name, to: `/interlocuteurs/${withId}` }] : []),
      ]}
      lead={other?.counterpart.body_name ?? body.name}
    >
      <Sheet padded>
        <Form
          command="exchanges.log"
          draft={`exchanges.log.${bodyId}.${withId ?? ""}.${matterId ?? ""}`}
          initial={{
            theirsIds: other ? [{ picked: true, id: other.counterpart.id, words: other.counterpart.full_name }] : [],
            oursIds: [{ picked: true, id: person.id, words: person.name }],
            matterId: matter && { picked: true, id: matter.matter.id, words: matter.matter.title },
            kind: values["genre"] === "request" ? "request" : "meeting",
            on: today(),
            task: true,
          }}
          input={(fields) => ({
            ...toldBy(fields),
            bodyId,
            ownerId: fields["nextStep"] && fields["task"] === true ? person.id : null,
          })}
          send={t("exchanges.log_it")}
          sticks
          onDone={({ exchangeId }) => {
            tell({ words: t("exchanges.logged") })
            if (withId) return go(`/interlocuteurs/${withId}`)
            go(matterId ? `/dossiers/${matterId}` : `/interlocuteurs/echanges/${exchangeId}`)
          }}
        >
          <ExchangeFields bodyId={bodyId} isNew />
        </Form>
      </Sheet>
    </Page>
  )
}

/** An exchange said better. */
export const CorrectPage = () => {
  const t = useWords()
  const go = useGo()
  const exchangeId = useParam("exchangeId")
  return (
    <Reading of={useRead("exchanges.read", { exchangeId })}>
      {({ exchange: e, theirs, ours, matter }) => (
        <Page
          title={t("exchanges.correct")}
          crumbs={[
            { words: t("counterparts.place"), to: "/interlocuteurs" },
            { words: e.about, to: `/interlocuteurs/echanges/${exchangeId}` },
          ]}
        >
          <Sheet padded>
            <Form
              command="exchanges.correct"
              initial={{
                theirsIds: theirs.map(({ id, name }) => ({ picked: true, id, words: name })),
                oursIds: ours.map(({ id, name }) => ({ picked: true, id, words: name })),
                matterId: matter && { picked: true, id: matter.id, words: matter.title },
                kind: e.kind,
                on: e.on_day,
                about: e.about,
                said: e.said,
                nextStep: e.next_step,
                nextOn: e.next_on,
                answerDue: e.answer_due,
                confidential: e.confidential,
              }}
              input={(fields) => ({ ...toldBy(fields), exchangeId })}
              send={t("exchanges.save")}
              onDone={() => go(`/interlocuteurs/echanges/${exchangeId}`)}
            >
              <ExchangeFields bodyId={e.body_id} />
            </Form>
          </Sheet>
        </Page>
      )}
    </Reading>
  )
}

const ExchangeFields = ({ bodyId, isNew = false }: { bodyId: string; isNew?: boolean }) => {
  const t = useWords()
  const values = useFormValues()
  const ofBody = useMemo(() => ({ bodyId }), [bodyId])
  return (
    <>
      <PickField
        name="theirsIds"
        label={t("exchanges.field.theirs")}
        read="counterparts.pick"
        more={ofBody}
        many
        required
      />
      <ChoiceField
        name="kind"
        label={t("exchanges.field.kind")}
        options={exchangeKinds.map((value) => ({ value, words: t(`exchanges.kind.${value}`) }))}
        as="select"
        required
      />
      <TextField name="about" label={t("exchanges.field.about")} hint={t("exchanges.field.about.hint")} required />
      {values["kind"] === "request" && <DateField name="answerDue" label={t("exchanges.field.due")} />}
      <LongTextField name="said" label={t("exchanges.field.said")} rows={4} />
      <TextField name="nextStep" label={t("exchanges.field.next")} hint={t("exchanges.field.next.hint")} />
      {values["nextStep"] && (
        <>
          <DateField name="nextOn" label={t("exchanges.field.next_on")} min={values["on"] || today()} />
          {isNew && <CheckField name="task" label={t("exchanges.field.task")} />}
        </>
      )}
      <DateField name="on" label={t("exchanges.field.on")} max={today()} required />
      <PickField name="oursIds" label={t("exchanges.field.ours")} more={ofBody} many />
      <MatterField name="matterId" label={t("exchanges.field.matter")} bodyId={bodyId} of="about" />
      <CheckField
        name="confidential"
        label={t("exchanges.field.confidential")}
        hint={t("exchanges.field.confidential.hint")}
      />
    </>
  )
}

/** What the fields say, as the commands take it. */
const toldBy = (values: FormValues): Omit<InputOf<"exchanges.correct">, "exchangeId"> => ({
  kind: values["kind"],
  on: values["on"],
  about: values["about"] ?? "",
  said: values["said"] ?? "",
  oursIds: idsOf(values["oursIds"]),
  theirsIds: idsOf(values["theirsIds"]),
  nextStep: values["nextStep"] || null,
  nextOn: values["nextStep"] ? values["nextOn"] || null : null,
  matterId: values["matterId"]?.id ?? null,
  answerDue: values["kind"] === "request" ? values["answerDue"] || null : null,
  confidential: values["confidential"] === true,
})

const idsOf = (picks: readonly { id: string }[] | undefined) => (picks ?? []).map(({ id }) => id)
