import { useMemo, useState } from "react"
import { Act } from "../../../shell/act.tsx"
import { About } from "../../../shell/about.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { ChoiceField, DateField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link, useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { useSession } from "../../../shell/session.tsx"
import { Empty, Facts, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"
import { ExchangeRows } from "./exchange-rows.tsx"
import { exchangeKinds } from "./kinds.ts"

type Answer = ReadOf<"counterparts.read">

/** One counterpart: how to reach them, what was said, who of ours knows them. */
export const CounterpartPage = () => (
  <Reading of={useRead("counterparts.read", { counterpartId: useParam("counterpartId") })}>
    {(of) => <One key={of.counterpart.id} of={of} />}
  </Reading>
)

const One = ({ of }: { of: Answer }) => {
  const t = useWords()
  const { counterpart: c, roles, may, is_stale } = of
  const now = roles.filter(({ until }) => !until || until >= today())
  return (
    <Page
      title={c.full_name}
      crumbs={[{ words: t("counterparts.place"), to: "/interlocuteurs" }, { words: c.full_name }]}
      lead={
        c.kind
          ? t(`counterparts.kind.${c.kind}`)
          : now.map(({ title, other_name }) => [title, other_name].filter(Boolean).join(", ")).join(" · ")
      }
      marks={
        <>
          {c.ended_on && <Mark>{t("counterparts.state.ended")}</Mark>}
          {is_stale && <Mark kind="wait">{t("counterparts.state.stale")}</Mark>}
        </>
      }
      acts={<Acts of={of} />}
      side={<Reach of={of} />}
      main={
        may["exchanges.log"] &&
        !c.ended_on && (
          <Link className="button" to={`/interlocuteurs/echange?avec=${c.id}`}>
            {t("exchanges.log")}
          </Link>
        )
      }
      beside={<KnownBy of={of} />}
      history={<About kind="counterpart" id={c.id} />}
    >
      {may["exchanges.log"] && !c.ended_on && <Quick of={of} />}
      <Exchanges of={of} />
      <Roles of={of} />
      {of.copies_to.length > 0 && <Copying of={of} />}
      {may["counterparts.erase"] && c.nature === "person" && c.name !== "—" && <Erasing of={of} />}
    </Page>
  )
}

const Acts = ({ of: { counterpart: c, may, is_stale } }: { of: Answer }) => {
  const t = useWords()
  const input = { counterpartIds: [c.id] }
  return (
    <>
      {is_stale && (
        <Act
          command="counterparts.check"
          input={input}
          may={may}
          kind="main"
          done={t("counterparts.checked", { count: 1 })}
        >
          {t("counterparts.check")}
        </Act>
      )}
      {may["counterparts.change"] && (
        <Link className="button" to={`/interlocuteurs/${c.id}/modifier`}>
          {t("counterparts.change")}
        </Link>
      )}
      {may["exchanges.log"] && c.kind === "public_service" && (
        <Link className="button" to={`/interlocuteurs/echange?avec=${c.id}&genre=request`}>
          {t("exchanges.ask")}
        </Link>
      )}
      {c.ended_on ? (
        <Act command="counterparts.takeBack" input={input} may={may}>
          {t("counterparts.take_back")}
        </Act>
      ) : (
        <Act
          command="counterparts.end"
          input={input}
          may={may}
          done={t("counterparts.ended", { count: 1 })}
          undo={() => ({ command: "counterparts.takeBack", input })}
        >
          {t("counterparts.end")}
        </Act>
      )}
    </>
  )
}

const Reach = ({ of: { counterpart: c, stale_months } }: { of: Answer }) => {
  const t = useWords()
  const say = useFigures()
  const address = [
    c.street,
    [c.postcode, c.town].filter(Boolean).join(" "),
    c.country && say.country(c.country),
  ].filter(Boolean)
  const none = <span className="soft">{t("counterparts.none")}</span>
  return (
    <Facts
      of={[
        [t("counterparts.field.email"), c.email ? <a href={`mailto:${c.email}`}>{c.email}</a> : none],
        [
          t("counterparts.field.phone"),
          c.phone ? <a href={`tel:${c.phone.replaceAll(/[^+\d]/g, "")}`}>{c.phone}</a> : none,
        ],
        c.website !== null && [
          t("counterparts.field.website"),
          <a key="site" href={c.website} target="_blank" rel="noreferrer">
            {c.website.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "")}
          </a>,
        ],
        address.length > 0 && [t("counterparts.field.address"), address.map((part) => <div key={part}>{part}</div>)],
        c.territory !== null && [
          t("counterparts.field.territory"),
          [c.territory, c.territory_code && `(${c.territory_code})`].filter(Boolean).join(" "),
        ],
        c.themes.length > 0 && [
          t("counterparts.field.themes"),
          c.themes.map((theme) => (
            <Link key={theme} className="mark" to={`/interlocuteurs?theme=${encodeURIComponent(theme)}`}>
              {theme}
            </Link>
          )),
        ],
        Boolean(c.note) && [
          t("counterparts.field.note"),
          <span key="note" className="lines">
            {c.note}
          </span>,
        ],
        [t("counterparts.field.last"), c.last_on ? say.day(c.last_on) : t("counterparts.never")],
        [
          t("counterparts.field.checked"),
          <>
            {say.day(c.checked_on)}
            <div className="soft">{t("counterparts.stale.rule", { months: stale_months })}</div>
          </>,
        ],
        [t("counterparts.field.file"), t(`counterparts.file.${c.means}`, { body: c.body_name })],
      ]}
    />
  )
}

/** Two gestures: say it, note it. The day is today, and we are who was there. */
const Quick = ({ of: { counterpart: c } }: { of: Answer }) => {
  const t = useWords()
  const { person } = useSession()
  if (!person) return null
  return (
    <Sheet title={t("exchanges.log")} padded>
      <Form
        command="exchanges.log"
        draft={`exchanges.quick.${c.id}`}
        initial={{ kind: "meeting" }}
        input={(values) => ({
          bodyId: c.body_id,
          theirsIds: [c.id],
          oursIds: [person.id],
          kind: values["kind"],
          on: today(),
          about: values["about"] ?? "",
        })}
        send={t("exchanges.log_it")}
        onDone={() => tell({ words: t("exchanges.logged") })}
        beside={
          <Link className="button quiet" to={`/interlocuteurs/echange?avec=${c.id}`}>
            {t("exchanges.more")}
          </Link>
        }
      >
        <TextField name="about" label={t("exchanges.field.about")} required />
        <ChoiceField
          name="kind"
          label={t("exchanges.field.kind")}
          as="radio"
          required
          options={exchangeKinds
            .filter((value) => value !== "request" && value !== "other")
            .map((value) => ({ value, words: t(`exchanges.kind.${value}`) }))}
        />
      </Form>
    </Sheet>
  )
}

const Exchanges = ({ of: { counterpart: c } }: { of: Answer }) => {
  const t = useWords()
  const [limit, setLimit] = useState(15)
  return (
    <Sheet title={t("exchanges.place")}>
      <Reading of={useRead("exchanges.list", { counterpartId: c.id, limit }, { keepPrevious: true })}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <Empty title={t("exchanges.none")} />
          ) : (
            <>
              <ExchangeRows rows={rows} without={c.full_name} />
              {next && (
                <p className="pad">
                  <button type="button" className="button" onClick={() => setLimit(Math.min(200, limit + 50))}>
                    {t("exchanges.older")}
                  </button>
                </p>
              )}
            </>
          )
        }
      </Reading>
    </Sheet>
  )
}

const Roles = ({ of: { counterpart: c, roles, may } }: { of: Answer }) => {
  const t = useWords()
  const isPerson = c.nature === "person"
  const mayChange = may["counterparts.beginRole"] === true
  return (
    <Sheet
      title={t(isPerson ? "counterparts.roles" : "counterparts.their_people")}
      aside={
        mayChange && !isPerson ? (
          <Link to={`/interlocuteurs/nouveau?organisation=${c.id}`}>{t("counterparts.their_people.add")}</Link>
        ) : undefined
      }
    >
      {roles.length === 0 ? (
        <Empty title={t(isPerson ? "counterparts.roles.none" : "counterparts.their_people.none")} />
      ) : (
        <Rows>
          {roles.map((role) => (
            <RoleRow key={role.id} role={role} mayChange={mayChange} />
          ))}
        </Rows>
      )}
      {mayChange && isPerson && <BeginRole of={c} />}
    </Sheet>
  )
}

const RoleRow = ({ role, mayChange }: { role: Answer["roles"][number]; mayChange: boolean }) => {
  const t = useWords()
  const say = useFigures()
  const [changing, setChanging] = useState(false)
  const { id, other_id, other_name, title, since, until, email, phone } = role
  const days = [
    since && t("counterparts.since", { day: say.dayOnly(since) }),
    until && t("counterparts.until", { day: say.dayOnly(until) }),
  ]
  return (
    <Row
      soft={[title, ...days, email, phone].filter(Boolean).join(" · ")}
      end={
        mayChange && (
          <span className="bar">
            <button
              type="button"
              className="button quiet"
              aria-expanded={changing}
              onClick={() => setChanging(!changing)}
            >
              {t("counterparts.role.correct")}
              <span className="unseen">, {other_name}</span>
            </button>
            {(!until || until > today()) && (
              <Act
                command="counterparts.changeRole"
                input={{ roleId: id, title: title || "—", since, until: since && today() < since ? since : today() }}
                done={t("counterparts.role.ended")}
                undo={() => ({
                  command: "counterparts.changeRole",
                  input: { roleId: id, title: title || "—", since, until },
                })}
              >
                {t("counterparts.role.end")}
                <span className="unseen">, {other_name}</span>
              </Act>
            )}
          </span>
        )
      }
    >
      <Link to={`/interlocuteurs/${other_id}`}>{other_name}</Link>
      {changing && (
        <Form
          command="counterparts.changeRole"
          draft={false}
          initial={{ title, since, until }}
          input={(values) => ({
            roleId: id,
            title: values["title"],
            since: values["since"] || null,
            until: values["until"] || null,
          })}
          kind="plain"
          send={t("counterparts.save")}
          onDone={() => setChanging(false)}
        >
          <RoleFields />
        </Form>
      )}
    </Row>
  )
}

const BeginRole = ({ of: c }: { of: Answer["counterpart"] }) => {
  const t = useWords()
  const more = useMemo(() => ({ bodyId: c.body_id, nature: "organisation" }), [c.body_id])
  return (
    <details className="pad">
      <summary>{t("counterparts.roles.begin")}</summary>
      <Form
        command="counterparts.beginRole"
        draft={`counterparts.beginRole.${c.id}`}
        initial={{ counterpartId: c.id }}
        kind="plain"
        send={t("counterparts.roles.begin")}
      >
        <PickField
          name="outsideId"
          label={t("counterparts.field.outside")}
          read="counterparts.pick"
          more={more}
          required
        />
        <RoleFields />
      </Form>
    </details>
  )
}

const RoleFields = () => {
  const t = useWords()
  return (
    <>
      <TextField
        name="title"
        label={t("counterparts.field.title")}
        hint={t("counterparts.field.title.hint")}
        required
      />
      <DateField name="since" label={t("counterparts.field.since")} />
      <DateField name="until" label={t("counterparts.field.until")} />
    </>
  )
}

const KnownBy = ({ of: { counterpart: c, known_by, may } }: { of: Answer }) => {
  const t = useWords()
  const say = useFigures()
  const mine = known_by.find((one) => one.mine && one.says)
  const it = t(`counterparts.know.${c.nature === "person" ? c.form : "organisation"}`)
  return (
    <Sheet title={t("counterparts.known_by")}>
      {known_by.length === 0 ? (
        <Empty title={t("counterparts.known_by.none")} />
      ) : (
        <Rows>
          {known_by.map(({ person_id, name, exchanges, last_on, says, how }) => (
            <Row
              key={person_id}
              soft={[
                exchanges > 0 && t("counterparts.known_by.exchanges", { count: exchanges }),
                last_on && t("counterparts.known_by.last", { day: say.dayOnly(last_on) }),
                says && (how || t("counterparts.known_by.says")),
              ]
                .filter(Boolean)
                .join(" · ")}
            >
              <Link to={`/personnes/${person_id}`}>{name}</Link>
            </Row>
          ))}
        </Rows>
      )}
      {may["counterparts.know"] && (
        <div className="pad stack">
          {mine ? (
            <Act command="counterparts.unknow" input={{ counterpartId: c.id }}>
              {t("counterparts.unknow")}
            </Act>
          ) : (
            <Form
              command="counterparts.know"
              draft={`counterparts.know.${c.id}`}
              initial={{ counterpartId: c.id }}
              input={({ how }) => ({ counterpartId: c.id, how: how ?? "" })}
              kind="plain"
              send={it}
            >
              <TextField name="how" label={t("counterparts.know.how")} hint={t("counterparts.know.how.hint")} />
            </Form>
          )}
        </div>
      )}
    </Sheet>
  )
}

const Copying = ({ of: { counterpart: c, copies_to } }: { of: Answer }) => {
  const t = useWords()
  const go = useGo()
  return (
    <details>
      <summary>{t("counterparts.copy")}</summary>
      <p className="soft">{t("counterparts.copy.lead")}</p>
      <Form
        command="counterparts.copy"
        draft={false}
        initial={{ counterpartId: c.id }}
        kind="plain"
        send={t("counterparts.copy.send")}
        onDone={({ counterpartId }) => go(`/interlocuteurs/${String(counterpartId)}`)}
      >
        <ChoiceField
          name="bodyId"
          label={t("counterparts.copy.to")}
          as="select"
          options={copies_to.map(({ id, name, means }) => ({
            value: id,
            words: t(`counterparts.file.${means}`, { body: name }),
          }))}
          required
        />
      </Form>
    </details>
  )
}

const Erasing = ({ of: { counterpart: c, may } }: { of: Answer }) => {
  const t = useWords()
  const go = useGo()
  return (
    <details>
      <summary>{t("counterparts.erase")}</summary>
      <p className="soft">{t("counterparts.erase.lead")}</p>
      <Act
        command="counterparts.erase"
        input={{ counterpartId: c.id }}
        may={may}
        kind="danger"
        confirm={{ title: t("counterparts.erase.sure", { name: c.full_name }), words: t("counterparts.erase.lead") }}
        onDone={() => go("/interlocuteurs")}
      >
        {t("counterparts.erase.send")}
      </Act>
    </details>
  )
}
