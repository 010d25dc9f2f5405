import type { ReactNode } from "react"
import { useRead } from "../../../shell/api.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { useSession } from "../../../shell/session.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import type { AmendmentRead } from "./amendment-page.tsx"
import { nameOf } from "./names.tsx"
import { Author, Cost, Deed, effectIn, type Ground, nothing, Reasons, saidIn } from "./write-parts.tsx"

/** A sub-amendment of ours is begun, on what an amendment puts into the text. */
export const SubBeginPage = () => {
  const t = useWords()
  const go = useGo()
  const { person } = useSession()
  return (
    <OnAmendment may="amendments.begin" title={(name) => t("amendments.sub.title", { name })}>
      {({ amendment, base }, ground) => (
        <Form
          command="amendments.begin"
          draft={`amendments.begin.${amendment.id}`}
          initial={{
            deeds: nothing(ground),
            effect: "none",
            author: person && { picked: true, id: person.id, words: person.name },
          }}
          input={(values) => ({
            baseId: base.id,
            amendsId: amendment.id,
            title: values["title"] || null,
            authorId: values["author"]?.id ?? null,
            confidential: values["confidential"] === true,
            ...saidIn(values),
          })}
          send={t("amendments.sub.send")}
          onDone={({ amendmentId, baseId }) => go(`/amendements/${baseId}/lire/${amendmentId}`)}
          sticks
        >
          <Deed of={ground} at={0} />
          <Reasons />
          <Author bodyId={base.body_id} />
        </Form>
      )}
    </OnAmendment>
  )
}

/** What another group asks to change in an amendment, taken down from its sheet. */
export const SubOtherPage = () => {
  const t = useWords()
  return (
    <OnAmendment may="amendments.noteOther" title={(name) => t("amendments.sub.other.title", { name })}>
      {({ amendment, base }, ground) => (
        <Form
          command="amendments.noteOther"
          draft={`amendments.noteOther.${amendment.id}`}
          initial={{ deeds: nothing(ground), effect: "none" }}
          input={(values) => ({
            baseId: base.id,
            amendsId: amendment.id,
            group: String(values["group"] ?? ""),
            number: values["number"] || null,
            ...effectIn(values),
          })}
          send={t("amendments.sub.other.send")}
          onDone={() => tell({ words: t("amendments.other.done") })}
          sticks
        >
          <TextField name="group" label={t("amendments.field.group")} required />
          <TextField name="number" label={t("amendments.field.number")} />
          <Deed of={ground} at={0} />
          <Cost />
        </Form>
      )}
    </OnAmendment>
  )
}

const OnAmendment = ({
  may,
  title,
  children,
}: {
  may: "amendments.begin" | "amendments.noteOther"
  title: (name: string) => string
  children: (of: AmendmentRead, ground: Ground) => ReactNode
}) => {
  const t = useWords()
  return (
    <Reading of={useRead("amendments.read", { amendmentId: useParam("amendmentId") })}>
      {(of) => {
        const { amendment, base, proposed } = of
        if (!of.may[may] || !of.amendable) return <NotFound />
        const name = nameOf(amendment, t)
        const ground = { version: amendment.revision, paragraphs: proposed, amends_name: of.name }
        return (
          <Page
            title={title(name)}
            lead={base.title}
            crumbs={[
              { words: t("amendments.place"), to: "/amendements" },
              { words: base.title, to: `/amendements/${base.id}` },
              { words: name, to: `/amendements/${base.id}/lire/${amendment.id}` },
              { words: t("amendments.sub.begin") },
            ]}
          >
            <Sheet padded>{children(of, ground)}</Sheet>
          </Page>
        )
      }}
    </Reading>
  )
}
