import { Component, type ComponentType, type ReactNode } from "react"
import type { UseQueryResult } from "@tanstack/react-query"
import { Refusal as Declined } from "../kernel/refusal.ts"
import type { Values } from "../kernel/words/words.ts"
import { Link } from "./go.tsx"
import { Page } from "./page.tsx"
import { Refusal } from "./request.ts"
import { type Translate, useWords } from "./use-words.ts"

/** A refusal in words for the reader. The server's own sentence is the best one; the rest is ours. */
export const refusalWords = (error: unknown, t: Translate): string => {
  // Declined on this device, by the same code as on the server.
  if (error instanceof Declined) return t.named(`refused.${error.code}`, error.facts as Values)
  if (!(error instanceof Refusal)) return t("shell.error.unexpected")
  if (error.status === 0) return t("shell.error.network")
  if (error.status >= 502) return error.message && error.message !== error.code ? error.message : t("shell.error.away")
  if (error.status === 401) return t("shell.error.signed_out")
  if (error.status === 422)
    return error.message && error.message !== "invalid" ? error.message : t("shell.error.invalid")
  return error.status < 500 && error.message !== error.code ? error.message : t("shell.error.unexpected")
}

/** Draws what a read answered, once it has; a short wait or the refusal before that. */
export const Reading = <Data,>({
  of,
  children,
}: {
  of: UseQueryResult<Data, Refusal>
  children: (data: Data) => ReactNode
}) => {
  const t = useWords()
  if (of.data !== undefined) return children(of.data)
  if (of.error?.status === 404) return <NotFound />
  if (of.error)
    return (
      <div role="alert" className="stack">
        <p>{refusalWords(of.error, t)}</p>
        <p>
          <button type="button" className="button" onClick={() => of.refetch()}>
            {t("shell.retry")}
          </button>
        </p>
      </div>
    )
  return <Waiting />
}

/** Grey lines while a page comes; the words are for those who do not see them. */
export const Waiting = () => {
  const t = useWords()
  return (
    <output className="waiting">
      <span className="unseen">{t("shell.loading")}</span>
      <span />
      <span />
      <span />
    </output>
  )
}

export const NotFound = () => {
  const t = useWords()
  return (
    <Page title={t("shell.not_found.title")} lead={t("shell.not_found.lead")}>
      <p>
        <Link className="button" to="/">
          {t("shell.not_found.home")}
        </Link>
      </p>
    </Page>
  )
}

type Sheets = ComponentType<{ title: string; lead: ReactNode; children: ReactNode }>

/** Catches a mistake of ours in one page and leaves the frame standing. `on`: what the page is drawn on, with or without a frame. */
export class FaultBoundary extends Component<{ on: Sheets; children: ReactNode }, { error: Error | undefined }> {
  override state: { error: Error | undefined } = { error: undefined }
  static getDerivedStateFromError(error: Error) {
    return { error }
  }
  override render() {
    return this.state.error ? <Broken error={this.state.error} on={this.props.on} /> : this.props.children
  }
}

const Broken = ({ error, on: On }: { error: Error; on: Sheets }) => {
  const t = useWords()
  return (
    <On title={t("shell.broken.title")} lead={t("shell.broken.lead")}>
      <p>
        <button type="button" className="button main" onClick={() => location.reload()}>
          {t("shell.broken.reload")}
        </button>
      </p>
      <details>
        <summary>{t("shell.broken.detail")}</summary>
        <pre className="detail">{error.stack ?? error.message}</pre>
      </details>
    </On>
  )
}
