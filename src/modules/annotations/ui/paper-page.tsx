import "./paper.css"
import { useEffect, useRef, useState } from "react"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { useAddress, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { WhoSees } from "../../../shell/who-sees.tsx"
import { NewNote } from "./new-note.tsx"
import { Notes } from "./notes.tsx"
import { Turn } from "./turn.tsx"
import { type Chosen, Leaf } from "./leaf.tsx"
import { useLeaf } from "./use-leaf.ts"
import { useTurning } from "./use-turning.ts"

export type PaperRead = ReadOf<"annotations.read">
export type Note = PaperRead["notes"][number]

/** A paper, page by page, with what was noted on its passages. */
export const PaperPage = () => {
  const t = useWords()
  const say = useFigures()
  return (
    <Reading of={useRead("annotations.read", { fileId: useParam("fileId") })}>
      {(data) => {
        const { paper, item } = data
        return (
          <Page
            title={paper.name}
            crumbs={
              item
                ? [
                    { words: t("sittings.place"), to: "/seances" },
                    { words: item.sitting_title, to: `/seances/${item.sitting_id}` },
                    { words: item.title, to: `/seances/${item.sitting_id}/points/${item.id}` },
                    { words: t("annotations.title") },
                  ]
                : [{ words: t("annotations.title") }]
            }
            lead={[t("annotations.notes.count", { count: data.notes.length }), say.bytes(Number(paper.bytes))].join(
              " · ",
            )}
            acts={
              <a className="button" href={`/api/files/${paper.id}?vue=1`} target="_blank" rel="noreferrer">
                {t("annotations.file")}
              </a>
            }
            history={
              <>
                <p className="soft">{t("annotations.seen_by")}</p>
                <WhoSees kind="paper" id={paper.id} />
              </>
            }
          >
            {paper.shown ? (
              <Opened of={data} />
            ) : (
              <Sheet>
                <Empty title={t("annotations.not_shown")}>{t("annotations.not_shown.lead")}</Empty>
              </Sheet>
            )}
          </Page>
        )
      }}
    </Reading>
  )
}

const Opened = ({ of }: { of: PaperRead }) => {
  const t = useWords()
  const { values, set } = useAddress()
  const page = Math.max(1, Math.trunc(Number(values["page"])) || 1)
  const leaf = useLeaf(of.paper.id, page)
  const pages = leaf.data?.pages ?? of.paper.pages ?? page
  const [chosen, choose] = useState<Chosen>()
  const [pointed, point] = useState<string>()
  const form = useRef<HTMLDivElement>(null)
  const letGo = () => {
    document.getSelection()?.removeAllRanges()
    choose(undefined)
  }
  // On a slow network, the next passage may be chosen before the note on this one was taken.
  const letGoOf = (key: string) => {
    document.getSelection()?.removeAllRanges()
    choose((now) => (now?.key === key ? undefined : now))
  }
  const turn = (to: number) => {
    if (to < 1 || to > pages) return
    letGo()
    set({ page: String(to) })
  }
  const swipe = useTurning(page, turn)
  // On a phone the form is below the page: what was chosen would seem to have no effect.
  const at = chosen?.key
  useEffect(() => {
    if (at && matchMedia("(max-width: 64rem)").matches) form.current?.scrollIntoView({ block: "nearest" })
  }, [at])
  return (
    <div className="annotated">
      <div className="annotated-page" {...swipe}>
        {pages > 1 && <Turn page={page} pages={pages} turn={turn} />}
        <Reading of={leaf}>
          {(drawn) => (
            <Leaf
              of={drawn}
              fileId={of.paper.id}
              notes={of.notes.filter((note) => !note.gone && note.page === drawn.page)}
              chosen={chosen}
              choose={choose}
              pointed={pointed}
              point={point}
            />
          )}
        </Reading>
        <p className="soft">
          {t("annotations.how")} {pages > 1 && t("annotations.how.turn")}
        </p>
      </div>
      <div className="stack" ref={form}>
        {chosen && (
          <NewNote
            key={chosen.key}
            fileId={of.paper.id}
            page={page}
            chosen={chosen}
            onDone={() => letGoOf(chosen.key)}
          />
        )}
        <Notes
          of={of}
          page={page}
          pointed={pointed}
          go={(note) => {
            point(note.id)
            if (note.page !== page) turn(note.page)
          }}
        />
      </div>
    </div>
  )
}
