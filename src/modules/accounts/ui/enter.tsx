import { useEffect, useState } from "react"
import { AuthShell } from "../../../shell/auth-shell.tsx"
import { EmailField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { useAddress, useGo } from "../../../shell/go.tsx"
import { useSessionRead } from "../../../shell/session.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { BringPasskey } from "./bring-passkey.tsx"
import { exampleUnderWay } from "./taking-example.tsx"
import { OtherLanguage } from "./other-language.tsx"
import { keepWay, keptWay } from "./way.ts"

/** Sign-in: an address, a link by mail. What it answers never tells whether the address is known. */
export const Enter = () => {
  const t = useWords()
  const go = useGo()
  const { values } = useAddress()
  const [asked, setAsked] = useState<Answered>()
  useLeaveWhenIn()
  useEffect(() => keepWay(values["vers"]), [values])
  if (asked) return <Asked {...asked} again={() => setAsked(undefined)} />
  return (
    <AuthShell title={t("accounts.enter.title")} lead={t("accounts.enter.lead")}>
      <Form
        command="accounts.askLink"
        draft={false}
        initial={{ email: values["courriel"] ?? "" }}
        input={({ email }) => ({ email: String(email ?? "").trim() })}
        send={t("accounts.enter.send")}
        onDone={({ code, minutes }, { email }) => setAsked({ email: String(email).trim(), code, minutes })}
      >
        <EmailField name="email" label={t("accounts.found.email")} autoComplete="username webauthn" required />
      </Form>
      <BringPasskey fillsIn onDone={() => go(keptWay(), { replace: true })} />
      <OtherLanguage />
    </AuthShell>
  )
}

type Answered = { email: string; code: string; minutes: number }

const Asked = ({ email, code, minutes, again }: Answered & { again: () => void }) => {
  const t = useWords()
  return (
    <AuthShell title={t("accounts.asked.title")} lead={t("accounts.asked.lead", { email, minutes })}>
      <p>{t("accounts.asked.here")}</p>
      <section className="sheet pad stack">
        <h2>{t("accounts.asked.elsewhere")}</h2>
        <p className="code">{`${code.slice(0, 3)}\u202f${code.slice(3)}`}</p>
        <p className="soft">{t("accounts.asked.elsewhere.hint")}</p>
      </section>
      <p>{t("accounts.asked.nothing")}</p>
      <p>
        <button type="button" className="button" onClick={again}>
          {t("accounts.asked.again")}
        </button>
      </p>
    </AuthShell>
  )
}

// The link may be opened in another tab of this browser: this one follows when it is looked at again.
const useLeaveWhenIn = () => {
  const go = useGo()
  const { data } = useSessionRead()
  const state = data?.state
  useEffect(() => {
    if (state === "signed_in") go(keptWay(), { replace: true })
    if (state === "unclaimed" || (state === "signed_out" && exampleUnderWay())) go("/bienvenue", { replace: true })
  }, [state, go])
}
