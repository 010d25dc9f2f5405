import type { ReadOf } from "../../../shell/api.ts"
import { Act } from "../../../shell/act.tsx"
import { Link } from "../../../shell/go.tsx"
import { Empty, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { Changes } from "./changes.tsx"
import "./live.css"

type Data = ReadOf<"sittings.readItem">

/** Whether a paper came after the actor wrote of the item: for whoever wrote nothing, none did. */
export const isUnread = ({ item, papers }: Data): boolean => papers.some((paper) => cameAfter(paper, item.read_at))

const cameAfter = ({ received_at }: { received_at: string }, readAt: string | null) =>
  readAt !== null && Date.parse(received_at) > Date.parse(readAt)

/** To whoever had read: something came since. It is said until they write again, or say that nothing is to be changed. */
export const SinceRead = ({ of }: { of: Data }) => {
  const t = useWords()
  const { item, sheet, me, papers } = of
  if (!isUnread(of)) return null
  const came = papers.filter((paper) => cameAfter(paper, item.read_at))
  const act = { kind: "main", onDone: () => tell({ words: t("sittings.since.kept_done") }) } as const
  return (
    <section className="notice" aria-label={t("sittings.since.title")}>
      <p className="says">{t("sittings.since.title")}</p>
      <p>
        {t(came.some(({ version_of }) => version_of) ? "sittings.since.version" : "sittings.since.paper", {
          names: came.map(({ name }) => name).join(", "),
        })}
      </p>
      {sheet && sheet.written_by === me ? (
        <Act
          command="sittings.writeSheet"
          input={{
            itemId: item.id,
            what: sheet.what,
            gains: sheet.gains,
            line: sheet.line,
            risk: sheet.risk,
            questions: sheet.questions,
            ready: Boolean(sheet.ready_at),
          }}
          {...act}
        >
          {t("sittings.since.kept")}
        </Act>
      ) : (
        <Act
          command="sittings.takePosition"
          input={{
            itemId: item.id,
            stance: item.stance,
            condition: item.stance_condition,
            note: item.stance_note,
          }}
          {...act}
        >
          {t("sittings.since.kept")}
        </Act>
      )}
    </section>
  )
}

/** The papers of an item, the last version of each before those it replaces. */
export const Papers = ({ of: { item, papers } }: { of: Data }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <Sheet title={t("sittings.papers")}>
      {papers.length === 0 ? (
        <Empty title={t("sittings.papers.none")} />
      ) : (
        <Rows>
          {papers.map((paper) => {
            const { file_id, name, bytes, pages, state, version_of, is_replaced, received_at } = paper
            return (
              <Row
                key={file_id}
                below={
                  version_of && (
                    <Changes
                      itemId={item.id}
                      beforeId={version_of}
                      afterId={file_id}
                      opened={cameAfter(paper, item.read_at)}
                    />
                  )
                }
                soft={[
                  pages && t("sittings.pages", { count: pages }),
                  say.bytes(Number(bytes)),
                  (version_of || is_replaced) && t("sittings.papers.came", { at: say.moment(received_at) }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
                end={
                  <span className="bar">
                    {is_replaced ? (
                      <Mark>{t("sittings.papers.replaced")}</Mark>
                    ) : (
                      version_of && <Mark kind="info">{t("sittings.papers.version")}</Mark>
                    )}
                    {state !== "read" && <Mark kind="wait">{t(`sittings.line.${state}`)}</Mark>}
                    {pages !== null && !is_replaced && (
                      <Link className="button" to={`/pieces/${file_id}`}>
                        {t("annotations.open")}
                      </Link>
                    )}
                  </span>
                }
              >
                <a href={`/api/files/${file_id}?vue=1`} target="_blank" rel="noreferrer">
                  {name}
                </a>
              </Row>
            )
          })}
        </Rows>
      )}
    </Sheet>
  )
}
