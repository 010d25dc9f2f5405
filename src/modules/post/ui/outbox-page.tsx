import type { ReadOf } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { List } from "../../../shell/list.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Mark, Sheet } from "../../../shell/sheet.tsx"
import { type Translate, useFigures, useWords } from "../../../shell/use-words.ts"

export type Line = ReadOf<"sendings.list">["rows"][number]

/** Everything that left or waits to leave, with what the other end said. */
export const OutboxPage = () => {
  const t = useWords()
  const say = useFigures()
  const { body } = useBody()
  if (!body) return null
  return (
    <Page title={t("post.title")} lead={body.name}>
      <List<Line>
        read="sendings.list"
        more={{ bodyId: body.id }}
        nameOf={({ person_name, address }) => person_name ?? address}
        to={({ id }) => `/secretariat/courrier/${id}`}
        columns={[
          { key: "who", words: t("post.who"), cell: (one) => one.person_name ?? one.address },
          { key: "subject", words: t("post.subject"), cell: (one) => one.subject },
          { key: "state", words: t("post.state"), cell: (one) => <State of={one} /> },
          { key: "when", words: t("post.when"), cell: (one) => say.ago(one.sent_at ?? one.queued_at) },
          { key: "address", words: t("post.address"), cell: (one) => one.address, off: true },
          { key: "answer", words: t("post.answer"), cell: (one) => one.bounce ?? answerIn(one, t), off: true },
        ]}
        filters={[
          {
            name: "state",
            words: t("post.state"),
            options: (["waiting", "accepted", "trouble", "kept", "printed"] as const).map((value) => ({
              value,
              words: t(`post.filter.${value}`),
            })),
          },
        ]}
        empty={
          <Sheet>
            <Empty title={t("post.empty")}>{t("post.empty.lead")}</Empty>
          </Sheet>
        }
      />
    </Page>
  )
}

/** A state in a word or two. What was sent again is no longer to be mended. */
export const State = ({ of: { state, means, again_id } }: { of: Pick<Line, "state" | "means" | "again_id"> }) => {
  const t = useWords()
  const kind = again_id ? undefined : KINDS[state]
  return (
    <>
      <Mark {...(kind ? { kind } : {})}>
        {t(means === "post" && state === "waiting" ? "post.state.to_post" : `post.state.${state}`)}
      </Mark>
      {again_id && <span className="soft"> {t("post.resent")}</span>}
    </>
  )
}

/** The server's words; where there was none to speak, ours. */
export const answerIn = ({ server_answer }: Pick<Line, "server_answer">, t: Translate): string | null =>
  server_answer === "restored" || server_answer === "interrupted" ? t(`post.answer.${server_answer}`) : server_answer

const KINDS: Partial<Record<Line["state"], "good" | "wait" | "bad">> = {
  accepted: "good",
  printed: "good",
  waiting: "wait",
  sending: "wait",
  kept: "wait",
  refused: "bad",
  given_up: "bad",
  unknown: "bad",
  bounced: "bad",
}
