import { useState } from "react"
import { Act } from "../../../shell/act.tsx"
import { type AnswerOf, useCommand } from "../../../shell/api.ts"
import { refusalWords } from "../../../shell/fault.tsx"
import { TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { useSession } from "../../../shell/session.tsx"
import { Mark, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import type { Account } from "../own-sessions.ts"

type Proposed = AnswerOf<"accounts.proposeFactor">

/** Codes from a phone: set up, recovery codes, removal. */
export const Factor = ({ account }: { account: Account }) => {
  const t = useWords()
  const { second_factor } = useSession()
  const [recovery, setRecovery] = useState<string[]>()
  const { code, strong } = account
  return (
    <Sheet
      title={t("accounts.factor.title")}
      aside={code ? <Mark kind="good">{t("accounts.factor.on")}</Mark> : <Mark>{t("accounts.factor.off")}</Mark>}
      padded
    >
      {second_factor && !second_factor.stands && (
        <p>
          <strong>{t("accounts.factor.demanded", { functions: second_factor.functions.join(", ") })}</strong>
        </p>
      )}
      {(code || account.passkeys.length > 0) && !strong && (
        <p>
          {t("accounts.factor.weak")} <Link to="/entrer/code">{t("accounts.factor.give_now")}</Link>
        </p>
      )}
      {recovery && <Recovery codes={recovery} />}
      {code ? <Standing code={code} show={setRecovery} /> : <SettingUp show={setRecovery} />}
    </Sheet>
  )
}

const Standing = ({ code, show }: { code: NonNullable<Account["code"]>; show: (codes: string[]) => void }) => {
  const t = useWords()
  const figures = useFigures()
  return (
    <>
      <p>{t("accounts.factor.since", { day: figures.dayOnly(code.since), left: code.recovery_left })}</p>
      <div className="bar">
        <Act
          command="accounts.renewRecovery"
          input={{}}
          kind="plain"
          confirm={{ title: t("accounts.factor.renew"), words: t("accounts.factor.renew.words") }}
          onDone={(answer) => show(answer.recovery)}
        >
          {t("accounts.factor.renew")}
        </Act>
        <Act
          command="accounts.removeFactor"
          input={{}}
          kind="danger"
          confirm={{ title: t("accounts.factor.remove"), words: t("accounts.factor.remove.words") }}
          done={t("accounts.factor.removed")}
        >
          {t("accounts.factor.remove")}
        </Act>
      </div>
    </>
  )
}

const SettingUp = ({ show }: { show: (codes: string[]) => void }) => {
  const t = useWords()
  const [proposed, setProposed] = useState<Proposed>()
  const { send, pending, error } = useCommand("accounts.proposeFactor")
  if (!proposed)
    return (
      <>
        <p>{t("accounts.factor.why")}</p>
        <div className="act">
          <button
            type="button"
            className="button"
            aria-busy={pending || undefined}
            onClick={() => send({}).then(setProposed, () => undefined)}
          >
            {t("accounts.factor.set_up")}
          </button>
          {error && (
            <span className="act-error" role="alert">
              {refusalWords(error, t)}
            </span>
          )}
        </div>
      </>
    )
  return (
    <>
      <p>{t("accounts.factor.scan")}</p>
      <Picture {...proposed.picture} label={t("accounts.factor.picture")} />
      <p>
        {t("accounts.factor.by_hand")} <code>{proposed.secret}</code>
      </p>
      <p>
        <a href={proposed.uri}>{t("accounts.factor.open_here")}</a>
      </p>
      <Form
        command="accounts.confirmFactor"
        draft={false}
        input={({ code }) => ({ code: String(code ?? "") })}
        send={t("accounts.factor.confirm")}
        onDone={({ recovery }) => show(recovery)}
      >
        <TextField name="code" label={t("accounts.factor.code")} autoComplete="one-time-code" required />
      </Form>
    </>
  )
}

// Always dark on white: cameras do not read the other way round.
const Picture = ({ size, path, label }: Proposed["picture"] & { label: string }) => (
  <svg
    viewBox={`0 0 ${size} ${size}`}
    width="192"
    height="192"
    role="img"
    aria-label={label}
    shapeRendering="crispEdges"
  >
    <rect width={size} height={size} fill="#fff" />
    <path d={path} fill="#000" />
  </svg>
)

const Recovery = ({ codes }: { codes: string[] }) => {
  const t = useWords()
  return (
    <div className="stack">
      <h3>{t("accounts.factor.recovery")}</h3>
      <p>{t("accounts.factor.recovery.words")}</p>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </div>
  )
}
