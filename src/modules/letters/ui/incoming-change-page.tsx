import { useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Form } from "../../../shell/form.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { IncomingFields, toldIn, valuesOf } from "./incoming-fields.tsx"

/** A letter that came, noted better, or given to somebody. */
export const IncomingChangePage = () => {
  const t = useWords()
  const go = useGo()
  const incomingId = useParam("incomingId")
  return (
    <Reading of={useRead("incoming.read", { incomingId })}>
      {(of) => (
        <Page
          title={t("incoming.change")}
          crumbs={[
            { words: t("letters.place"), to: "/courrier" },
            { words: of.letter.about, to: `/courrier/arrivees/${incomingId}` },
          ]}
        >
          <Sheet padded>
            <Form
              command="incoming.change"
              initial={valuesOf(of)}
              input={(values) => ({ incomingId, ...toldIn(values) })}
              send={t("incoming.save")}
              onDone={() => go(`/courrier/arrivees/${incomingId}`)}
            >
              <IncomingFields bodyId={of.letter.body_id} />
            </Form>
          </Sheet>
        </Page>
      )}
    </Reading>
  )
}
