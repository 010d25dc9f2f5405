import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { useExports } from "../../../shell/exports.ts"
import { NotFound } from "../../../shell/fault.tsx"
import { Link, useAddress } from "../../../shell/go.tsx"
import { List } from "../../../shell/list.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Mark } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { useMembersCrumbs } from "./crumbs.ts"

type Line = ReadOf<"applications.list">["rows"][number]
const kinds = { asked: "wait", accepted: "good", declined: "bad", withdrawn: undefined } as const

export const ApplicationState = ({ of }: { of: keyof typeof kinds }) => {
  const t = useWords()
  const kind = kinds[of]
  return <Mark {...(kind ? { kind } : {})}>{t(`members.application.${of}`)}</Mark>
}

/** Who asks to be of the body, and what became of it. */
export const ApplicationsPage = () => {
  const t = useWords()
  const say = useFigures()
  const crumbs = useMembersCrumbs()
  const { body } = useBody()
  const { values } = useAddress()
  const { data } = useRead("applications.list", { bodyId: body?.id ?? "", limit: 1 }, { enabled: Boolean(body) })
  const exports = useExports("applications", { bodyId: body?.id }, values)
  if (!body) return <NotFound />
  const add = data?.may["applications.record"] && (
    <Link className="button main" to="/membres/demandes/nouvelle">
      {t("members.application.new")}
    </Link>
  )
  return (
    <Page
      title={t("members.page.applications")}
      lead={
        data?.rule ? (
          <>
            {t("members.application.rule", { how: t.named(`secretariat.value.choice.${data.rule.value}`) })}{" "}
            <Link to={`/secretariat/reglement/${data.rule.key}`}>{t("members.application.rule.change")}</Link>
          </>
        ) : (
          body.name
        )
      }
      crumbs={crumbs}
      main={add}
    >
      <List<Line>
        read="applications.list"
        more={{ bodyId: body.id }}
        columns={[
          {
            key: "name",
            words: t("people.name"),
            cell: ({ name, forgotten_at }) => (forgotten_at ? t("members.application.forgotten") : name),
          },
          {
            key: "state",
            words: t("members.column.state"),
            tight: true,
            cell: ({ state }) => <ApplicationState of={state} />,
          },
          { key: "ring", words: t("members.column.ring"), cell: ({ ring }) => t(`mandates.ring.${ring}`) },
          {
            key: "by",
            words: t("members.column.answer_by"),
            cell: ({ state, answer_by, objected_at }) =>
              state === "asked" && (
                <>
                  {say.dayOfYear(answer_by)}
                  {data && answer_by < data.today && (
                    <>
                      {" "}
                      <Mark kind="bad">{t("members.application.late")}</Mark>
                    </>
                  )}
                  {objected_at && <Mark kind="info">{t("members.application.objected")}</Mark>}
                </>
              ),
          },
          { key: "town", words: t("people.town"), cell: ({ town }) => town },
          {
            key: "source",
            words: t("members.column.source"),
            cell: ({ source }) => t.named(`members.source.${source}`),
          },
          {
            key: "asked",
            tight: true,
            words: t("members.column.asked"),
            cell: ({ asked_at }) => say.dayOnly(asked_at),
          },
        ]}
        filters={[
          {
            name: "state",
            words: t("members.column.state"),
            options: (["asked", "accepted", "declined", "withdrawn"] as const).map((value) => ({
              value,
              words: t(`members.application.${value}`),
            })),
          },
        ]}
        to={({ id }) => `/membres/demandes/${id}`}
        nameOf={({ name }) => name}
        exports={exports}
        empty={
          <Empty title={t("members.applications.empty")} act={add}>
            {t("members.applications.empty.lead")}
          </Empty>
        }
      />
    </Page>
  )
}
