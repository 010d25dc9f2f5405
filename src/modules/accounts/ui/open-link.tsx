import { type ReactNode, useEffect, useState } from "react"
import { Act } from "../../../shell/act.tsx"
import { useCommand } from "../../../shell/api.ts"
import { AuthShell } from "../../../shell/auth-shell.tsx"
import { Waiting, refusalWords } from "../../../shell/fault.tsx"
import { TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link, useAddress, useGo } from "../../../shell/go.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { keptWay } from "./way.ts"

/** Where the mailed link leads. Opening the page uses nothing up; the button does. */
export const OpenLink = () => {
  const t = useWords()
  const { values } = useAddress()
  const link = values["cle"] ?? "-"
  const { send, error } = useCommand("accounts.lookLink")
  const [state, setState] = useState<"here" | "elsewhere" | "gone">()
  useEffect(() => {
    send({ link }).then(
      (answer) => setState(answer.state),
      () => undefined,
    )
  }, [send, link])
  const entered = useEntered()

  if (error) return <Told lead={refusalWords(error, t)} />
  if (!state)
    return (
      <Told>
        <Waiting />
      </Told>
    )
  if (state === "gone")
    return (
      <Told lead={t("refused.accounts.link_gone")}>
        <p>
          <Link className="button main" to="/entrer">
            {t("accounts.asked.again")}
          </Link>
        </p>
      </Told>
    )
  if (state === "here")
    return (
      <Told lead={t("accounts.open.here")}>
        <Act command="accounts.openLink" input={{ link }} kind="main" onDone={entered}>
          {t("accounts.open.send")}
        </Act>
      </Told>
    )
  return (
    <Told lead={t("accounts.open.elsewhere")}>
      <Form
        command="accounts.openLink"
        draft={false}
        input={({ code }) => ({ link, code: String(code ?? "") })}
        send={t("accounts.open.send")}
        onDone={entered}
      >
        <TextField
          name="code"
          label={t("accounts.open.code")}
          hint={t("accounts.open.code.hint")}
          autoComplete="one-time-code"
          required
        />
      </Form>
    </Told>
  )
}

const Told = ({ lead, children }: { lead?: string; children?: ReactNode }) => (
  <AuthShell title={useWords()("accounts.open.title")} lead={lead}>
    {children}
  </AuthShell>
)

// The second factor if one stands ready, else where the person was going.
const useEntered = () => {
  const go = useGo()
  return ({ needsFactor }: { needsFactor: boolean }) => go(needsFactor ? "/entrer/code" : keptWay(), { replace: true })
}
