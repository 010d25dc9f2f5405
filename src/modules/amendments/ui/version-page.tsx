import { useRead } from "../../../shell/api.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { Form } from "../../../shell/form.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { sourceIn, SourceFields } from "./source-fields.tsx"

/** The assembly sent its text again. */
export const VersionPage = () => {
  const t = useWords()
  const go = useGo()
  return (
    <Reading of={useRead("bases.read", { baseId: useParam("baseId") })}>
      {({ base, draft, may }) =>
        may["bases.bringVersion"] ? (
          <Page
            title={t("amendments.version.bring")}
            lead={draft ? t("amendments.version.replaces") : t("amendments.version.lead")}
            crumbs={[
              { words: t("amendments.place"), to: "/amendements" },
              { words: base.title, to: `/amendements/${base.id}` },
              { words: t("amendments.version.bring") },
            ]}
          >
            <Sheet padded>
              <Form
                command="bases.bringVersion"
                draft={`bases.bringVersion.${base.id}`}
                initial={{ from: "file" }}
                input={(values) => ({ baseId: base.id, ...sourceIn(values) })}
                send={t("amendments.bring.send")}
                onDone={() => go(`/amendements/${base.id}/relire`)}
              >
                <SourceFields bodyId={base.body_id} />
              </Form>
            </Sheet>
          </Page>
        ) : (
          <NotFound />
        )
      }
    </Reading>
  )
}
