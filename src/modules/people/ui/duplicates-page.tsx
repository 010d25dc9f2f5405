import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { Link } from "../../../shell/go.tsx"
import { List } from "../../../shell/list.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Pair = ReadOf<"people.duplicates">["rows"][number]

/** People who may have been written twice, two by two. */
export const DuplicatesPage = () => {
  const t = useWords()
  const say = useFigures()
  const { body } = useBody()
  const { data } = useRead("people.duplicates", { bodyId: body?.id ?? "", limit: 1 }, { enabled: Boolean(body) })
  const seek = body && data && (
    <Act
      command="people.seekDuplicates"
      input={{ bodyId: body.id }}
      may={data.may}
      kind="plain"
      done={t("people.duplicates.sought")}
    >
      {t("people.duplicates.seek")}
    </Act>
  )
  return (
    <Page
      title={t("people.duplicates")}
      lead={
        data?.sought_at ? t("people.duplicates.lead", { ago: say.ago(data.sought_at) }) : t("people.duplicates.never")
      }
      crumbs={[{ words: t("people.title"), to: "/personnes" }, { words: t("people.duplicates") }]}
      acts={seek}
    >
      {body && (
        <List<Pair>
          key={body.id}
          read="people.duplicates"
          more={{ bodyId: body.id }}
          to={({ first, second }) => `/personnes/${first.id}/comparer/${second.id}`}
          nameOf={({ first, second }) => t("people.duplicates.pair", { first: first.name, second: second.name })}
          columns={[
            { key: "first", words: t("people.duplicates.first"), cell: ({ first }) => <Known of={first} /> },
            { key: "second", words: t("people.duplicates.second"), cell: ({ second }) => <Known of={second} /> },
            {
              key: "why",
              words: t("people.duplicates.why"),
              cell: ({ reasons }) => reasons.map((reason) => t.named(`people.likeness.${reason}`)).join(", "),
            },
            {
              key: "likeness",
              words: t("people.duplicates.likeness"),
              cell: ({ likeness }) => t("people.duplicates.percent", { likeness }),
              figure: true,
            },
          ]}
          filters={[
            {
              name: "show",
              words: t("people.duplicates.show"),
              none: t("people.duplicates.show.likely"),
              options: [{ value: "all", words: t("people.duplicates.show.all") }],
            },
          ]}
          empty={
            <Empty
              title={t("people.duplicates.empty")}
              act={<Link to="/personnes/doublons?show=all">{t("people.duplicates.empty.all")}</Link>}
            >
              {t("people.duplicates.empty.lead")}
            </Empty>
          }
        />
      )}
    </Page>
  )
}

const Known = ({ of: { name, email, phone, town } }: { of: Pair["first"] }) => (
  <>
    {name}
    <span className="soft under">{[email, phone, town].filter(Boolean).join(" · ")}</span>
  </>
)
