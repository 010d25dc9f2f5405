import { useEffect } from "react"
import { AuthShell } from "../../../shell/auth-shell.tsx"
import { TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { useGo } from "../../../shell/go.tsx"
import { useSessionRead } from "../../../shell/session.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { BringPasskey } from "./bring-passkey.tsx"
import { keptWay } from "./way.ts"

/** The second factor, after the link. It may be left out: what does not need it stays open. */
export const GiveFactor = () => {
  const t = useWords()
  const go = useGo()
  const { data } = useSessionRead()
  const isOut = data && data.state !== "signed_in"
  useEffect(() => {
    if (isOut) go("/entrer", { replace: true })
  }, [isOut, go])
  const onwards = () => go(keptWay(), { replace: true })
  return (
    <AuthShell title={t("accounts.factor.give")} lead={t("accounts.factor.give.lead")}>
      <Form
        command="accounts.giveFactor"
        draft={false}
        input={({ code }) => ({ code: String(code ?? "") })}
        send={t("accounts.open.send")}
        onDone={onwards}
        beside={
          <button type="button" className="button quiet" onClick={onwards}>
            {t("accounts.factor.without")}
          </button>
        }
      >
        <TextField
          name="code"
          label={t("accounts.factor.code")}
          hint={t("accounts.factor.give.hint")}
          autoComplete="one-time-code"
          required
        />
      </Form>
      <BringPasskey onDone={onwards} />
    </AuthShell>
  )
}
