import { useEffect, useState } from "react"
import { type ReadOf, useCommand, useRead } from "../../../shell/api.ts"
import { keepDraft, keptDraft } from "../../../shell/drafts.ts"
import { NotFound, Reading, refusalWords } from "../../../shell/fault.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { useSession } from "../../../shell/session.tsx"
import { Empty, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { MendList, type Paragraph } from "./mend-list.tsx"

type BaseRead = ReadOf<"bases.read">
type Draft = NonNullable<BaseRead["draft"]>

/** How the text was read, beside its source: mended, saved, then adopted as the version that is amended. */
export const MendPage = () => {
  const t = useWords()
  const read = useRead("bases.read", { baseId: useParam("baseId") })
  const waits = read.data?.draft?.paragraphs === null && !read.data.draft.trouble
  const { refetch } = read
  useEffect(() => {
    if (!waits) return
    const again = setInterval(() => void refetch(), 1500)
    return () => clearInterval(again)
  }, [waits, refetch])
  return (
    <Reading of={read}>
      {(of) => {
        const { base, draft, may } = of
        if (!draft || !may["bases.mend"]) return <NotFound />
        return (
          <Page
            title={t("amendments.mend", { number: draft.number })}
            lead={t("amendments.mend.lead")}
            crumbs={[
              { words: t("amendments.place"), to: "/amendements" },
              { words: base.title, to: `/amendements/${base.id}` },
              { words: t("amendments.mend.short") },
            ]}
          >
            {draft.paragraphs === null && !draft.trouble ? (
              <Sheet padded>
                <output>{t("amendments.mend.reading")}</output>
              </Sheet>
            ) : (
              <Mending key={draft.number} of={of} draft={draft} />
            )}
          </Page>
        )
      }}
    </Reading>
  )
}

type Kept = { revision?: number; paragraphs?: Paragraph[] }

const Mending = ({ of: { base }, draft }: { of: BaseRead; draft: Draft }) => {
  const t = useWords()
  const go = useGo()
  const person = useSession().person?.id ?? "-"
  const name = `bases.mend.${base.id}.${draft.number}`
  const [kept] = useState(() => keptDraft(person, name) as Kept)
  const isKept = kept.revision === draft.revision && kept.paragraphs !== undefined
  const [paragraphs, setParagraphs] = useState<readonly Paragraph[]>(
    isKept ? kept.paragraphs! : (draft.paragraphs ?? []),
  )
  const [revision, setRevision] = useState(draft.revision)
  const [isSaved, setSaved] = useState(!isKept)
  const mend = useCommand("bases.mend")
  const adopt = useCommand("bases.adopt")
  const change = (next: readonly Paragraph[]) => {
    setParagraphs(next)
    setSaved(false)
    keepDraft(person, name, { revision, paragraphs: next })
  }
  const save = async () => {
    const answer = await mend.send({ baseId: base.id, revision, paragraphs: [...paragraphs] }).catch(() => undefined)
    if (!answer) return
    setRevision(answer.revision)
    setSaved(true)
    keepDraft(person, name, {})
    tell({ words: t("amendments.mend.saved") })
  }
  const take = async () => {
    const answer = await adopt
      .send({ baseId: base.id, revision, ...(isSaved ? {} : { paragraphs: [...paragraphs] }) })
      .catch(() => undefined)
    if (!answer) return
    keepDraft(person, name, {})
    const { stand, snagged, number } = answer
    tell({
      words:
        stand + snagged > 0
          ? t("amendments.adopted.carried", { number, stand, snagged })
          : t("amendments.adopted", { number }),
    })
    go(`/amendements/${base.id}`)
  }
  const error = mend.error ?? adopt.error
  return (
    <>
      {draft.trouble && <p className="summary">{t(`amendments.trouble.${draft.trouble}`)}</p>}
      {draft.note && <p className="summary">{t(`amendments.note.${draft.note}`)}</p>}
      <Sheet
        title={t("amendments.mend.paragraphs", { count: paragraphs.length })}
        aside={
          draft.file_id && (
            <a href={`/api/files/${draft.file_id}?vue=1`} target="_blank" rel="noreferrer">
              {t("amendments.mend.source")}
            </a>
          )
        }
      >
        {draft.left_out > 0 && <p className="pad soft">{t("amendments.mend.left_out", { count: draft.left_out })}</p>}
        {paragraphs.length === 0 && (
          <Empty
            title={t("amendments.mend.nothing")}
            act={
              <button type="button" className="button" onClick={() => change([{ is: "paragraph", text: "" }])}>
                {t("amendments.mend.type")}
              </button>
            }
          />
        )}
        <MendList of={paragraphs} onChange={change} />
        <div className="pad bar">
          <div className="main-act">
            <button
              type="button"
              className="button main"
              aria-busy={adopt.pending || undefined}
              onClick={() => void take()}
            >
              {t("amendments.adopt", { number: draft.number })}
            </button>
          </div>
          <button type="button" className="button" aria-busy={mend.pending || undefined} onClick={() => void save()}>
            {isSaved ? t("amendments.mend.is_saved") : t("amendments.mend.save")}
          </button>
          {error && (
            <span className="act-error" role="alert">
              {refusalWords(error, t)}
            </span>
          )}
        </div>
      </Sheet>
    </>
  )
}
