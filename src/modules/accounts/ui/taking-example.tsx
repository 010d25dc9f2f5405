import { useEffect, useState } from "react"
import { type AnswerOf, useCommand } from "../../../shell/api.ts"
import { AuthShell } from "../../../shell/auth-shell.tsx"
import { refusalWords } from "../../../shell/fault.tsx"
import { isPassing, type Refusal } from "../../../shell/request.ts"
import { keep, kept } from "../../../shell/store.ts"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Progress = AnswerOf<"accounts.takeExample">

const KEY = "permanence.example"

/** The opening code for which the example is being written, kept by this browser over a reload; null when there is none. */
export const exampleUnderWay = (): string | null => kept(KEY)

/** Has the example written, and says how far it has come, month by month; then goes in. */
export const TakingExample = ({ code, onFail }: { code: string; onFail: () => void }) => {
  const t = useWords()
  const say = useFigures()
  const { send } = useCommand("accounts.takeExample")
  const [progress, setProgress] = useState<Progress>()
  const [failed, setFailed] = useState<Refusal>()
  useEffect(() => {
    let timer: number | undefined
    const ask = () =>
      void send({ code }).then(
        (now) => {
          if (now.state === "ready") {
            keep(KEY, null)
            return location.assign("/")
          }
          setProgress(now)
          timer = window.setTimeout(ask, PAUSE)
        },
        (error: Refusal) => {
          if (isPassing(error)) return (timer = window.setTimeout(ask, PAUSE))
          keep(KEY, null)
          setFailed(error)
          return undefined
        },
      )
    keep(KEY, code)
    ask()
    return () => window.clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-deps -- asked again and again by itself, from one beginning
  }, [code])

  if (failed)
    return (
      <AuthShell
        title={t("accounts.welcome.example")}
        lead={wasStopped(failed) ? t("accounts.taking.stopped") : refusalWords(failed, t)}
      >
        <p>
          <button type="button" className="button" onClick={onFail}>
            {t("accounts.taking.again")}
          </button>
        </p>
      </AuthShell>
    )
  const month = progress?.state === "loading" && progress.of > 0 ? progress : undefined
  return (
    <AuthShell title={t("accounts.taking.title")} lead={t("accounts.taking.lead")}>
      <progress
        aria-label={t("accounts.taking.title")}
        max={month?.of ?? 1}
        {...(month ? { value: month.done } : {})}
      />
      <output>
        {month
          ? t("accounts.taking.month", { month: say.month(month.month), done: month.done, of: month.of })
          : t("accounts.taking.begins")}
      </output>
      <p className="soft">{t("accounts.taking.stay")}</p>
    </AuthShell>
  )
}

// This page only asks with a code that was the right one: a server that knows it no more began anew.
const wasStopped = ({ code }: Refusal) => code === "accounts.wrong_code"

const PAUSE = 1000
