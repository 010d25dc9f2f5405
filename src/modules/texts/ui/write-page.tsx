import { useState } from "react"
import { type InputOf, type ReadOf, useRead } from "../../../shell/api.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import type { RichDoc } from "../../../shell/rich-text.tsx"
import { SavedText } from "../../../shell/saved-text.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { Counts } from "./counts.tsx"

/** Where a text is written: saved as one writes, counted as one writes. */
export const WritePage = () => {
  const textId = useParam("textId")
  return (
    <Reading of={useRead("texts.read", { textId })}>
      {(of) => (of.may["texts.save"] && of.open ? <Writing of={of} /> : <NotFound />)}
    </Reading>
  )
}

const Writing = ({ of: { text, pace } }: { of: ReadOf<"texts.read"> }) => {
  const t = useWords()
  const [typed, setTyped] = useState<RichDoc | null>(text.doc as RichDoc | null)
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
          label={t("texts.write.words")}
          input={(doc, base) => ({ textId: text.id, doc, base }) as InputOf<"texts.save">}
          onChange={setTyped}
        />
        <Counts of={typed} limits={text} pace={pace} />
      </Sheet>
    </Page>
  )
}
