import { type InputOf, type ReadOf, useRead } from "../../../shell/api.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { Besides } from "../../../shell/besides.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import type { RichDoc } from "../../../shell/rich-text.tsx"
import { SavedText } from "../../../shell/saved-text.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { type Translate, useWords } from "../../../shell/use-words.ts"
import { Counts } from "./counts.tsx"
import { InItsText, isAmending } from "./write-link.tsx"
import { Typography } from "./typography.tsx"

/** Where a text is written: saved as one writes, counted as one writes. */
export const WritePage = () => {
  const textId = useParam("textId")
  return (
    <Reading of={useRead("texts.read", { textId })}>
      {(of) =>
        !of.may["texts.save"] || !of.open ? (
          <NotFound />
        ) : isAmending(of.text) ? (
          <InItsText text={of.text}>
            <Writing of={of} />
          </InItsText>
        ) : (
          <Writing of={of} />
        )
      }
    </Reading>
  )
}

const Writing = ({ of }: { of: ReadOf<"texts.read"> }) => {
  const { text, form } = of
  const t = useWords()
  return (
    <Page
      title={text.title}
      lead={t(`texts.kind.${text.kind}`)}
      crumbs={[
        { words: t("texts.place"), to: "/textes" },
        { words: text.title, to: `/textes/${text.id}` },
        { words: t("texts.write") },
      ]}
      main={
        <Link className="button main" to={`/textes/${text.id}`}>
          {t("texts.write.back")}
        </Link>
      }
    >
      <Sheet padded>
        <SavedText
          command="texts.save"
          draft={`texts.save.${text.id}`}
          text={text.doc as RichDoc | null}
          version={text.version}
          writing={{ read: "texts.writing", input: { textId: text.id } }}
          label={t("texts.write.words")}
          input={(doc, base) => ({ textId: text.id, doc, base }) as InputOf<"texts.save">}
          below={(doc, change) => (
            <>
              <Counts doc={doc} of={of} />
              <Typography of={doc} change={change} />
            </>
          )}
          inserts={insertsOf(form, t)}
        />
      </Sheet>
      <Besides of="text" id={text.id} />
    </Page>
  )
}

const insertsOf = ({ recitals, articles }: ReadOf<"texts.read">["form"], t: Translate) => [
  ...(recitals
    ? [
        {
          face: t("texts.insert.recital"),
          words: t("texts.insert.recital.words"),
          nodes: [paragraph(t("texts.insert.recital.text"))],
        },
      ]
    : []),
  ...(articles
    ? [
        {
          face: t("texts.insert.article"),
          words: t("texts.insert.article.words"),
          nodes: [
            { type: "heading", attrs: { level: 3 }, content: [{ type: "text", text: t("texts.insert.article") }] },
            paragraph("…"),
          ],
        },
      ]
    : []),
]

const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] })
