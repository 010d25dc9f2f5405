import { Fragment } from "react"
import { useRead, type ReadOf } from "../../../shell/api.ts"
import { Besides } from "../../../shell/besides.tsx"
import { useBody } from "../../../shell/body.ts"
import { useExports } from "../../../shell/exports.ts"
import { Link, useAddress } from "../../../shell/go.tsx"
import { type Column, List } from "../../../shell/list.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty } from "../../../shell/sheet.tsx"
import { type Translate, useFigures, useWords } from "../../../shell/use-words.ts"

type Person = ReadOf<"people.list">["rows"][number]

/** Everyone of a body, searched while typing. */
export const PeoplePage = () => {
  const t = useWords()
  const { body } = useBody()
  const { values } = useAddress()
  const { data } = useRead("people.list", { ...(body && { bodyId: body.id }), limit: 1 })
  const { data: more } = useRead("people.filters", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) })
  const add = data?.may["people.add"] && (
    <Link className="button main" to="/personnes/nouvelle">
      {t("people.new")}
    </Link>
  )
  const load = data?.may["people.import"] && (
    <Link className="button" to="/personnes/importer">
      {t("people.import")}
    </Link>
  )
  const twice = data?.may["people.import"] && (
    <Link className="button" to="/personnes/doublons">
      {t("people.duplicates")}
    </Link>
  )
  const acts = (
    <>
      {load}
      {twice}
    </>
  )
  return (
    <Page title={t("people.title")} lead={body?.name} main={add} acts={acts}>
      <List<Person>
        // A list keeps the columns it began with: it begins again once it knows whether there are sensibilities.
        key={`${body?.id} ${Boolean(more?.affiliations.length)}`}
        read="people.list"
        more={{ bodyId: body?.id }}
        columns={useColumns(t, Boolean(more?.affiliations.length))}
        filters={filters(t, more)}
        to={({ id }) => `/personnes/${id}`}
        nameOf={({ name }) => name}
        {...(data?.may["people.add"] ? { acts: (ids) => <Besides of="chosenPeople" id={ids.join(",")} /> } : {})}
        exports={useExports("people", { bodyId: body?.id }, values)}
        empty={
          <Empty
            title={t("people.empty")}
            act={
              <div className="bar">
                {add}
                {load}
              </div>
            }
          >
            {t(add ? "people.empty.lead" : "people.empty.unseen")}
          </Empty>
        }
      />
    </Page>
  )
}

const useColumns = (t: Translate, hasAffiliations: boolean): Column<Person>[] => {
  const say = useFigures()
  return [
    { key: "name", words: t("people.name"), cell: ({ name }) => name, sort: "name" },
    {
      key: "functions",
      words: t("people.functions"),
      cell: ({ functions }) => functions.length > 0 && <Functions of={functions} />,
    },
    ...(hasAffiliations
      ? [
          {
            key: "affiliation",
            words: t("people.affiliation"),
            cell: ({ affiliations }: Person) => affiliations.join(", "),
          },
        ]
      : []),
    {
      key: "ring",
      words: t("people.ring"),
      cell: ({ rings }) => rings.map((ring) => t(`mandates.ring.${ring}`)).join(", "),
      // In a group nearly everybody is of the same one.
      off: hasAffiliations,
    },
    {
      key: "email",
      words: t("people.email"),
      cell: ({ email, post_only }) => (post_only ? t("people.post_only.short") : <Address of={email} />),
    },
    // Beside a sensibility and an address no room is left.
    { key: "phone", words: t("people.phone"), cell: ({ phone }) => phone, tight: true, off: hasAffiliations },
    // In a chapter nearly everybody is of the same one.
    { key: "town", words: t("people.town"), cell: ({ town }) => town, off: true },
    {
      key: "dues",
      words: t("people.dues"),
      cell: ({ dues_until }) => dues_until && say.dayOnly(dues_until),
      off: true,
    },
  ]
}

/** Two functions, and how many more: five lines of them would hide the next person. */
const Functions = ({ of }: { of: readonly string[] }) => (
  <span title={of.join(", ")}>
    {of.slice(0, 2).join(", ")}
    {of.length > 2 && <span className="soft"> + {of.length - 2}</span>}
  </span>
)

/** An address stays on one line of the table; one too long for that breaks before its "@" and its dots, never within a word. */
const Address = ({ of }: { of: string | null }) =>
  of && (
    <span className={of.length <= ONE_LINE ? "whole" : undefined}>
      {of.split(/(?=[@.])/).map((part, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  )

const ONE_LINE = 40

const filters = (t: Translate, more: ReadOf<"people.filters"> | undefined) => [
  ...(more?.functions.length
    ? [
        {
          name: "function",
          words: t("people.function"),
          options: more.functions.map(({ key, name }) => ({ value: key, words: name })),
        },
      ]
    : []),
  ...(more?.affiliations.length
    ? [
        {
          name: "affiliation",
          words: t("people.affiliation"),
          options: more.affiliations.map(({ id, name }) => ({ value: id, words: name })),
        },
      ]
    : []),
  {
    name: "ring",
    words: t("people.ring"),
    options: (["member", "sympathiser", "supporter", "contact", "former"] as const).map((value) => ({
      value,
      words: t(`mandates.ring.${value}`),
    })),
  },
  ...(more?.dues
    ? [
        {
          name: "dues",
          words: t("people.filter.dues"),
          options: (["up_to_date", "late", "never"] as const).map((value) => ({
            value,
            words: t(`people.filter.dues.${value}`),
          })),
        },
      ]
    : []),
  ...(more && more.places.length > 1
    ? [
        {
          name: "territory",
          words: t("people.filter.territory"),
          options: more.places.map(({ id, name }) => ({ value: id, words: name })),
        },
      ]
    : []),
  {
    name: "where",
    words: t("people.where"),
    options: [
      { value: "below", words: t("people.where.below") },
      { value: "all", words: t("people.where.all") },
    ],
  },
  { name: "left", words: t("people.state"), options: [{ value: "true", words: t("people.state.left") }] },
]
