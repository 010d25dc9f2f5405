import { useState } from "react"
import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useLater } from "../../../shell/use-later.ts"
import { useWords } from "../../../shell/use-words.ts"

type It = ReadOf<"votes.read">

/** The list that voters sign: who has voted and how; whoever takes a paper is ticked here, and votes on no screen any more. */
export const VotersList = ({ of: { ballot, may } }: { of: It }) => {
  const t = useWords()
  const [q, setQ] = useState("")
  const [limit, setLimit] = useState(20)
  const asked = useLater(q)
  const it = useRead(
    "votes.voters",
    { ballotId: ballot.id, limit, ...(asked.trim() ? { q: asked.trim() } : {}) },
    { keepPrevious: true, enabled: may["votes.signPaper"] === true },
  )
  if (may["votes.signPaper"] !== true || !it.data) return null
  return (
    <Sheet title={t("votes.list_of_voters")} padded>
      <p className="soft">{t("votes.list_of_voters.lead")}</p>
      <label className="field">
        <span>{t("votes.list_of_voters.find")}</span>
        <input className="input" type="search" value={q} onChange={({ target }) => setQ(target.value)} />
      </label>
      <Rows>
        {it.data.rows.map(({ id, name, signed, proxy }) => (
          <Row
            key={id}
            soft={proxy ? t("votes.proxy.by", { holder: proxy }) : undefined}
            end={
              signed ? (
                <Mark kind="good">{t(`votes.signed.${signed}`)}</Mark>
              ) : (
                ballot.state === "open" && (
                  <Act
                    command="votes.signPaper"
                    input={{ ballotId: ballot.id, personId: id }}
                    confirm={{
                      title: t("votes.sign_paper.title", { name }),
                      words: t("votes.sign_paper.words"),
                      act: t("votes.sign_paper"),
                    }}
                  >
                    {t("votes.sign_paper")}
                  </Act>
                )
              )
            }
          >
            {name || t("votes.erased")}
          </Row>
        ))}
      </Rows>
      {it.data.next !== null && limit < 2000 && (
        <button type="button" className="button" onClick={() => setLimit((before) => Math.min(2000, before * 4))}>
          {t("shell.list.more")}
        </button>
      )}
    </Sheet>
  )
}
