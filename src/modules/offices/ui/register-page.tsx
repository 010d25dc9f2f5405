import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { useExports } from "../../../shell/exports.ts"
import { Link, useAddress } from "../../../shell/go.tsx"
import { type Column, List } from "../../../shell/list.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Mark } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { institutionKinds } from "./kinds-shown.ts"
import { Warnings } from "./warnings.tsx"
import { roleOf, warningOf } from "./said.ts"

type Line = ReadOf<"offices.list">["rows"][number]

/** Who sits where outside, for the body one looks at. */
export const RegisterPage = () => {
  const t = useWords()
  const { body } = useBody()
  const { values } = useAddress()
  const bodyId = body?.id ?? ""
  const { data } = useRead("offices.register", { bodyId }, { enabled: Boolean(body) })
  const vacant = data?.institutions.filter(({ seats, held, closed_on }) => !closed_on && seats && held < seats) ?? []
  const missing = [
    ...vacant.map(({ name, seats, held }) => ({
      words: t("offices.vacant", { name, free: seats! - held }),
      to: "/mandats/nouveau",
    })),
  ]
  return (
    <Page
      title={t("offices.title")}
      lead={body?.name}
      crumbs={[{ words: t("secretariat.title"), to: "/secretariat" }, { words: t("offices.title") }]}
      acts={<Ways keeps={Boolean(data?.may["offices.record"])} />}
      {...(missing.length > 0 ? { missing } : {})}
      main={
        data?.may["offices.record"] && (
          <Link className="button main" to="/mandats/nouveau">
            {t("offices.new")}
          </Link>
        )
      }
    >
      <Warnings
        of={(data?.warnings ?? []).map((one) => ({
          key: one.rule + one.person_id,
          words: t("offices.warning.of", { name: one.name, words: warningOf(one, t) }),
        }))}
      />
      <List<Line>
        read="offices.list"
        {...(body ? { more: { bodyId } } : {})}
        columns={useColumns()}
        filters={[
          {
            name: "kind",
            words: t("offices.field.kind"),
            options: institutionKinds.map((value) => ({ value, words: t(`offices.kind.${value}`) })),
          },
          {
            name: "state",
            words: t("offices.field.state"),
            none: t("offices.state.now"),
            options: (["past", "coming", "all"] as const).map((value) => ({
              value,
              words: t(`offices.state.${value}`),
            })),
          },
        ]}
        to={({ id }) => `/mandats/${id}`}
        nameOf={({ name, institution }) => `${name}, ${institution}`}
        exports={useExports("offices", { bodyId: body?.id }, values)}
        empty={<Empty title={t("offices.empty")}>{t("offices.empty.lead")}</Empty>}
      />
    </Page>
  )
}

const Ways = ({ keeps }: { keeps: boolean }) => {
  const t = useWords()
  return (
    <>
      <Link className="button" to="/mandats/institutions">
        {t("offices.institutions")}
      </Link>
      <Link className="button" to="/mandats/declarations">
        {t("offices.declarations")}
      </Link>
      <Link className="button" to="/designations">
        {t("designations.title")}
      </Link>
      {keeps && (
        <Link className="button" to="/mandats/liste-publique">
          {t("offices.public")}
        </Link>
      )}
    </>
  )
}

const useColumns = (): Column<Line>[] => {
  const t = useWords()
  const say = useFigures()
  return [
    { key: "name", words: t("offices.field.person"), sort: "name", cell: (row) => row.name },
    {
      key: "institution",
      words: t("offices.field.institution"),
      cell: (row) => (
        <>
          {row.institution} {row.sent_by && <Mark>{t("offices.derived")}</Mark>}
        </>
      ),
    },
    { key: "role", words: t("offices.field.role"), cell: (row) => roleOf(row, t) },
    { key: "kind", words: t("offices.field.kind"), off: true, cell: (row) => t(`offices.kind.${row.kind}`) },
    { key: "since", words: t("offices.field.since"), tight: true, cell: (row) => say.dayOnly(row.since) },
    {
      key: "until",
      words: t("offices.field.until"),
      sort: "until",
      tight: true,
      cell: (row) => row.until && say.dayOnly(row.until),
    },
    {
      key: "origin",
      words: t("offices.field.origin"),
      off: true,
      cell: (row) => (row.sent_by ? t("offices.sent_by", { name: row.sent_by }) : t(`offices.origin.${row.origin}`)),
    },
    { key: "delegation", words: t("offices.field.delegation"), off: true, cell: (row) => row.delegation },
    {
      key: "stance",
      words: t("offices.field.stance"),
      off: true,
      cell: (row) => row.stance && t(`offices.stance.${row.stance}`),
    },
  ]
}
