import { type ReactNode, useEffect } from "react"
import { useArrival } from "./arrival.ts"
import { ReachBanner } from "./reach-banner.tsx"
import { Toasts } from "./toast.tsx"
import { useWords } from "./use-words.ts"

/** A narrow page for those who are not signed in: sign-in, first visit, invitation. */
export const AuthShell = ({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) => {
  const t = useWords()
  useEffect(() => {
    document.title = `${title} · ${t("shell.product")}`
  }, [title, t])
  const arrival = useArrival()
  return (
    <>
      <main className="narrow" id="contenu">
        <p className="brand">{t("shell.product")}</p>
        <ReachBanner />
        <div className="head">
          <h1 ref={arrival} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p className="lead">{lead}</p>}
        </div>
        {children}
      </main>
      <Toasts />
    </>
  )
}
