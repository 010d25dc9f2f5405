import type { ReactNode } from "react"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { useSession } from "../../../shell/session.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import type { BaseRead } from "./base-page.tsx"
import { nameOf } from "./names.tsx"
import { takenUp } from "./take-up.ts"
import { Author, Cost, Deed, effectIn, nothing, onBase, Reasons, saidIn } from "./write-parts.tsx"

/** An amendment of ours is begun: on the paragraph of ?alinea=, if one was tapped. */
export const BeginPage = () => {
  const t = useWords()
  const go = useGo()
  const { person } = useSession()
  return (
    <OnBase may="amendments.begin" title={t("amendments.begin")}>
      {(of) => (
        <Form
          command="amendments.begin"
          draft={`amendments.begin.${of.base.id}`}
          initial={{
            deeds: nothing(of.base),
            effect: "none",
            author: person && { picked: true, id: person.id, words: person.name },
          }}
          input={(values) => ({
            baseId: of.base.id,
            title: values["title"] || null,
            authorId: values["author"]?.id ?? null,
            confidential: values["confidential"] === true,
            ...saidIn(values),
          })}
          send={t("amendments.begin.send")}
          onDone={({ amendmentId, baseId }) => go(`/amendements/${baseId}/lire/${amendmentId}`)}
          sticks
        >
          <Deed of={onBase(of)} />
          <Reasons />
          <Author bodyId={of.base.body_id} />
        </Form>
      )}
    </OnBase>
  )
}

/** What another group asks for, taken down from its sheet. */
export const OtherPage = () => {
  const t = useWords()
  return (
    <OnBase may="amendments.noteOther" title={t("amendments.other")}>
      {(of) => (
        <Form
          command="amendments.noteOther"
          draft={`amendments.noteOther.${of.base.id}`}
          initial={{ deeds: nothing(of.base), effect: "none" }}
          input={(values) => ({
            baseId: of.base.id,
            group: String(values["group"] ?? ""),
            number: values["number"] || null,
            ...effectIn(values),
          })}
          send={t("amendments.other.send")}
          onDone={() => tell({ words: t("amendments.other.done") })}
          sticks
        >
          <TextField name="group" label={t("amendments.field.group")} required />
          <TextField name="number" label={t("amendments.field.number")} />
          <Deed of={onBase(of)} />
          <Cost />
        </Form>
      )}
    </OnBase>
  )
}

/** An amendment is changed, or taken up on the version of today: what it asked for is put where it belongs now. */
export const WritePage = () => {
  const t = useWords()
  const go = useGo()
  const amendmentId = useParam("amendmentId")
  return (
    <Reading of={useRead("amendments.read", { amendmentId })}>
      {(of) => {
        const { amendment, base, may } = of
        if (!may["amendments.write"]) return <NotFound />
        const back = `/amendements/${base.id}/lire/${amendment.id}`
        return (
          <Page
            title={t("amendments.change", { name: nameOf(amendment, t) })}
            lead={base.title}
            crumbs={[
              { words: t("amendments.place"), to: "/amendements" },
              { words: base.title, to: `/amendements/${base.id}` },
              { words: nameOf(amendment, t), to: back },
              { words: t("amendments.change.short") },
            ]}
          >
            <Sheet padded>
              <Form
                command="amendments.write"
                draft={`amendments.write.${amendment.id}.${of.ground}`}
                initial={{
                  deeds: takenUp(of),
                  effect: amendment.effect,
                  amount: amendment.amount_cents === null ? null : Number(amendment.amount_cents) / 100,
                  grounds: of.grounds ?? "",
                  balance: of.balance ?? "",
                }}
                input={(values) => ({
                  amendmentId: amendment.id,
                  ...(amendment.text_id ? saidIn(values) : effectIn(values)),
                })}
                send={t("amendments.change.send")}
                onDone={() => go(back)}
                sticks
              >
                <Deed
                  of={{ paragraphs: of.current, version: of.ground, amends_name: amendment.amends_name }}
                  at={takenUp(of).list[0]?.from}
                />
                {amendment.text_id ? <Reasons /> : <Cost />}
              </Form>
            </Sheet>
          </Page>
        )
      }}
    </Reading>
  )
}

const OnBase = ({
  may,
  title,
  children,
}: {
  may: "amendments.begin" | "amendments.noteOther"
  title: string
  children: (of: ReadOf<"bases.read">) => ReactNode
}) => {
  const t = useWords()
  return (
    <Reading of={useRead("bases.read", { baseId: useParam("baseId") })}>
      {(of: BaseRead) =>
        of.may[may] && of.base.version > 0 ? (
          <Page
            title={title}
            lead={of.base.title}
            crumbs={[
              { words: t("amendments.place"), to: "/amendements" },
              { words: of.base.title, to: `/amendements/${of.base.id}` },
              { words: title },
            ]}
          >
            <Sheet padded>{children(of)}</Sheet>
          </Page>
        ) : (
          <NotFound />
        )
      }
    </Reading>
  )
}
