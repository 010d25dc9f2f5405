import { type ReadOf, useRead } from "../../../../shell/api.ts"
import { Reading } from "../../../../shell/fault.tsx"
import { useParam } from "../../../../shell/go.tsx"
import { Page } from "../../../../shell/page.tsx"
import { useWords } from "../../../../shell/use-words.ts"
import { OpenUrns } from "./urns-open.tsx"
import { PrepareUrns } from "./urns-prepare.tsx"
import { RehearseUrns } from "./urns-rehearse.tsx"

export type Ceremony = ReadOf<"votes.ceremony">

/** What a teller does: a key before the vote, an urn with the others, its opening after the end. */
export const UrnsPage = () => {
  const t = useWords()
  const it = useRead("votes.ceremony", { operationId: useParam("operationId") })
  return (
    <Reading of={it}>
      {(data) => (
        <Page
          title={t("votes.urns")}
          lead={data.operation.title}
          crumbs={[
            { words: t("votes.title"), to: "/votes" },
            { words: data.operation.title, to: `/votes/operations/${data.operation.id}` },
            { words: t("votes.urns") },
          ]}
        >
          <OpenUrns of={data} />
          <PrepareUrns of={data} />
          <RehearseUrns of={data} />
        </Page>
      )}
    </Reading>
  )
}
