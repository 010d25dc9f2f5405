import { useState } from "react"
import { Act } from "../../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../../shell/api.ts"
import { Facts, Mark, Row, Rows, Sheet } from "../../../../shell/sheet.tsx"
import { useLater } from "../../../../shell/use-later.ts"
import { useFigures, useWords } from "../../../../shell/use-words.ts"

type It = ReadOf<"votes.links">

/** Those who vote without an account: who has a code and by which way, and the two buttons that give the others theirs. */
export const LinksSheet = ({ operationId, over }: { operationId: string; over: boolean }) => {
  const t = useWords()
  const [q, setQ] = useState("")
  const [limit, setLimit] = useState(20)
  const asked = useLater(q).trim()
  const it = useRead("votes.links", { operationId, limit, ...(asked ? { q: asked } : {}) }, { keepPrevious: true })
  if (!it.data) return null
  const { counts, rows, next } = it.data
  // It is counted, and nobody had one: there is nothing left to do here.
  if (over && counts?.issued === 0) return null
  if (!counts || counts.without === 0)
    return (
      <Sheet title={t("votes.links")} padded>
        <p className="soft">{t(counts ? "votes.links.none" : "votes.links.before")}</p>
      </Sheet>
    )
  return (
    <Sheet title={t("votes.links")} padded>
      <p className="soft">{t("votes.links.lead")}</p>
      <All operationId={operationId} over={over} of={it.data} counts={counts} />
      <label className="field">
        <span>{t("votes.links.find")}</span>
        <input className="input" type="search" value={q} onChange={({ target }) => setQ(target.value)} />
      </label>
      <Rows>
        {rows.map((one) => (
          <Line key={one.id} operationId={operationId} over={over} of={one} />
        ))}
      </Rows>
      {next !== null && limit < 2000 && (
        <button type="button" className="button" onClick={() => setLimit((before) => Math.min(2000, before * 4))}>
          {t("shell.list.more")}
        </button>
      )}
    </Sheet>
  )
}

/** How many wait for what, and the acts for all of them at once. */
const All = ({
  operationId,
  over,
  of,
  counts,
}: {
  operationId: string
  over: boolean
  of: It
  counts: NonNullable<It["counts"]>
}) => {
  const t = useWords()
  const say = useFigures()
  const { to_send, to_print } = counts
  return (
    <>
      <Facts
        of={[
          [t("votes.links.without"), say.number(counts.without)],
          [t("votes.links.issued"), say.number(counts.issued)],
          !over && to_send > 0 && [t("votes.links.to_send"), say.number(to_send)],
          !over && to_print > 0 && [t("votes.links.to_print"), say.number(to_print)],
        ]}
      />
      <div className="bar">
        {!over && to_send > 0 && (
          <Act
            command="votes.sendLinks"
            input={{ operationId }}
            may={of.may}
            kind="plain"
            confirm={{
              title: t("votes.links.send.title", { count: to_send }),
              words: t("votes.links.send.words"),
              act: t("votes.links.send"),
            }}
            done={t("votes.links.sent")}
          >
            {t("votes.links.send")}
          </Act>
        )}
        {!over && to_print > 0 && (
          <Act
            command="votes.printCodes"
            input={{ operationId }}
            may={of.may}
            kind="plain"
            confirm={{
              title: t("votes.links.print.title", { count: to_print }),
              words: t("votes.links.print.words"),
              act: t("votes.links.print"),
            }}
            done={t("votes.links.printed")}
          >
            {t("votes.links.print")}
          </Act>
        )}
      </div>
      {of.batches.map(({ batch_id, count, issued_at }) => (
        <p key={batch_id}>
          <a href={`/api/votes/operations/${operationId}/codes.pdf?lot=${batch_id}`} target="_blank" rel="noreferrer">
            {t("votes.links.sheets", { count })}
          </a>{" "}
          <span className="soft">
            {t("votes.links.sheets.until", {
              hour: say.moment(Temporal.Instant.from(issued_at).add({ hours: 1 }).toString()),
            })}
          </span>
        </p>
      ))}
    </>
  )
}

const Line = ({ operationId, over, of }: { operationId: string; over: boolean; of: It["rows"][number] }) => {
  const t = useWords()
  const say = useFigures()
  const { id, name, how, issued_at, letter, voted, has_mail } = of
  const lost = letter !== null && ["refused", "given_up", "bounced", "unknown"].includes(letter)
  const waits = letter === "waiting" || letter === "sending"
  const given =
    how && issued_at ? t(`votes.links.on.${how}`, { moment: say.moment(issued_at) }) : t("votes.links.no_code")
  const input = { operationId, personId: id }
  const anew = (by: "email" | "post") => ({
    title: t(`votes.links.renew.${by}`, { name }),
    words: t("votes.links.renew.words"),
    act: t(`votes.links.by.${by}`),
  })
  return (
    <Row
      soft={[given, lost ? t("votes.links.letter.lost") : waits ? t("votes.links.letter.waiting") : ""]
        .filter(Boolean)
        .join(", ")}
      end={
        <div className="bar">
          {voted && <Mark kind="good">{t("votes.links.voted")}</Mark>}
          {lost && <Mark kind="wait">{t("votes.links.letter.lost")}</Mark>}
          {!over && has_mail && (
            <Act command="votes.sendLinks" input={input} confirm={anew("email")} done={t("votes.links.sent")}>
              {t("votes.links.by.email")}
            </Act>
          )}
          {!over && (
            <Act command="votes.printCodes" input={input} confirm={anew("post")} done={t("votes.links.printed")}>
              {t("votes.links.by.post")}
            </Act>
          )}
          {!over && how && (
            <Act
              command="votes.withdrawLink"
              input={input}
              confirm={{
                title: t("votes.links.withdraw.title", { name }),
                words: t("votes.links.withdraw.words"),
                act: t("votes.links.withdraw"),
              }}
              done={t("votes.links.withdrawn")}
            >
              {t("votes.links.withdraw")}
            </Act>
          )}
        </div>
      }
    >
      {name}
    </Row>
  )
}
