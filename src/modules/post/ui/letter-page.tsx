import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { EmailField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link, useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Facts, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { answerIn, State } from "./outbox-page.tsx"

type Letter = ReadOf<"sendings.read">

/** One letter: what became of it, how it looks, and sending it again when it did not arrive. */
export const LetterPage = () => (
  <Reading of={useRead("sendings.read", { sendingId: useParam("sendingId") })}>{(of) => <Shown of={of} />}</Reading>
)

const Shown = ({ of }: { of: Letter }) => {
  const t = useWords()
  const say = useFigures()
  const isLost = ["refused", "given_up", "unknown", "bounced", "kept"].includes(of.state) && of.means === "email"
  return (
    <Page
      title={of.subject}
      crumbs={[{ words: t("post.title"), to: "/secretariat/courrier" }]}
      lead={of.person_name ?? of.address}
      marks={<State of={of} />}
      side={
        <Facts
          of={[
            [t("post.address"), of.address || t("post.by_hand")],
            [t("post.queued"), say.moment(of.queued_at)],
            of.sent_at !== null && [t("post.sent"), say.moment(of.sent_at)],
            of.attempts > 0 && [t("post.attempts"), String(of.attempts)],
            of.next_at !== null && of.attempts > 0 && [t("post.next"), say.moment(of.next_at)],
            of.server_answer !== null && [t("post.answer"), answerIn(of, t)],
            of.bounce !== null && [t("post.bounce"), of.bounce],
            [t("post.message_id"), of.message_id],
          ]}
        />
      }
    >
      {of.again_id && (
        <p>
          <Link to={`/secretariat/courrier/${of.again_id}`}>{t("post.resent.link")}</Link>
        </p>
      )}
      {isLost && !of.again_id && of.may["sendings.resend"] && <Resend of={of} />}
      {of.letter ? (
        <Sheet
          title={of.letter.subject}
          {...(of.letter.files.length > 0 ? { aside: t("post.files", { files: of.letter.files.join(", ") }) } : {})}
        >
          {of.letter.html ? (
            <iframe className="letter" sandbox="" title={of.letter.subject} srcDoc={of.letter.html} />
          ) : (
            <pre className="pad letter">{of.letter.text}</pre>
          )}
        </Sheet>
      ) : (
        <p className="soft">{t("post.nothing_left")}</p>
      )}
    </Page>
  )
}

const Resend = ({ of }: { of: Letter }) => {
  const t = useWords()
  const go = useGo()
  return (
    <Sheet title={t("post.resend.title")} padded>
      <p>{t(of.server_answer === "restored" ? "post.resend.why.restored" : `post.resend.why.${of.state as Lost}`)}</p>
      <Form
        command="sendings.resend"
        send={t("post.resend")}
        draft={false}
        initial={{ address: of.email_today ?? of.address }}
        input={({ address }) => ({ sendingId: of.id, address: address || null })}
        onDone={({ againId }) => go(`/secretariat/courrier/${againId}`)}
      >
        <EmailField name="address" label={t("post.address")} hint={t("post.resend.hint")} required />
      </Form>
    </Sheet>
  )
}

type Lost = "refused" | "given_up" | "unknown" | "bounced" | "kept"
