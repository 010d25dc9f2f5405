import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import { type Db, inOrganisation } from "../../kernel/db.ts"
import { html, pageWithoutScript } from "../../kernel/html.ts"
import type { Reply, Request } from "../../kernel/http/route.ts"
import { dayOnly } from "../../kernel/words/dates.ts"
import { type Language, languageOf } from "../../kernel/words/words.ts"
import { say } from "../../words.ts"
import type { ListPart, Origin, Role, Stance } from "./kinds.ts"
import { listNamed } from "./public-list.ts"
import { nameOf } from "./store.ts"

type Public = {
  name: string
  form: "m" | "f" | "n"
  institution: string
  country: string
  role: Role
  title: string | null
  since: Temporal.PlainDate
  until: Temporal.PlainDate | null
  origin: Origin
  sent_by: string | null
  stance: Stance | null
  delegation: string | null
}
type Shown = { body_name: string; shows: ListPart[]; rows: Public[] }

/** GET /registre/<token>: who of ours sits where, for anybody, while the body wants it. What nobody is told is not asked. */
export const publicRegister = async ({ params, headers, db, equipment }: Request): Promise<Reply> => {
  const now = Temporal.Now.instant()
  const language = languageOf(String(headers["accept-language"] ?? ""))
  const named = listNamed(params["token"] ?? "", { secret: equipment.secret, now })
  const list = named && (await inOrganisation(db, named.organisation, (tx) => shown(named.id, dayOf(now), tx)))
  return {
    status: list ? 200 : 404,
    type: "text/html; charset=utf-8",
    headers: { "cache-control": "no-cache", "x-robots-tag": "noindex" },
    body: list ? page(list, dayOf(now), language) : gone(language),
  }
}

const shown = async (listId: string, today: Temporal.PlainDate, db: Db): Promise<Shown | undefined> => {
  const { rows: lists } = await sql<{ body_id: string; body_name: string; shows: ListPart[] }>`
    select l.body_id, b.name as body_name, l.shows
      from office_lists l join bodies b on (b.organisation_id, b.id) = (l.organisation_id, l.body_id)
     where l.id = ${listId} and l.closed_at is null and b.closed_on is null`.execute(db)
  const list = lists[0]
  if (!list) return undefined
  const { rows } = await sql<Public>`
    select p.given_name || ' ' || p.family_name as name, p.form, ${nameOf("i")} as institution, i.country, o.role, o.title, o.since, o.until,
           o.origin, ${nameOf("s")} as sent_by, o.stance, o.delegation
      from offices o
      join institutions i on (i.organisation_id, i.id) = (o.organisation_id, o.institution_id)
      join people p on (p.organisation_id, p.id) = (o.organisation_id, o.person_id)
      left join institutions s on (s.organisation_id, s.id) = (o.organisation_id, o.sent_by)
     where o.body_id = ${list.body_id} and o.listed and o.since <= ${today}::date and (o.until is null or o.until >= ${today}::date)
     order by f_unaccent(lower(${nameOf("i")})), i.id, p.folded collate "C", o.id limit 2000`.execute(db)
  return { ...list, rows }
}

const page = ({ body_name, shows, rows }: Shown, today: Temporal.PlainDate, language: Language): string => {
  const t = (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => say(language, key, values)
  const day = (date: Temporal.PlainDate) => dayOnly(language, date.toString())
  return pageWithoutScript({
    title: t("offices.public.title", { body: body_name }),
    language,
    body: html`
      <p class="lead">${t("offices.public.on", { day: day(today) })}</p>
      ${rows.length === 0 && html`<p>${t("offices.public.none")}</p>`}
      ${[...Map.groupBy(rows, ({ institution }) => institution)].map(
        ([institution, held]) =>
          html`<section class="sheet">
            <header><h2>${institution}</h2></header>
            <ul class="rows">
              ${held.map(
                (one) =>
                  html`<li>
                    <span
                      >${one.name},
                      ${one.title ?? t(`offices.role.${one.role}`, { form: one.form, country: one.country })}
                      <span class="soft under">${details(one, shows, t, day)}</span></span
                    >
                  </li>`,
              )}
            </ul>
          </section>`,
      )}
    `,
  })
}

const details = (
  one: Public,
  shows: readonly ListPart[],
  t: (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => string,
  day: (date: Temporal.PlainDate) => string,
): string =>
  [
    one.until
      ? t("offices.span.both", { since: day(one.since), until: day(one.until) })
      : t("offices.span.open", { since: day(one.since) }),
    shows.includes("origin") &&
      (one.sent_by ? t("offices.sent_by", { name: one.sent_by }) : t(`offices.origin.${one.origin}`)),
    shows.includes("stance") && one.stance && t(`offices.stance.${one.stance}`),
    shows.includes("delegation") && one.delegation,
  ]
    .filter(Boolean)
    .join(" · ")

const gone = (language: Language) =>
  pageWithoutScript({
    title: say(language, "offices.public.gone"),
    language,
    body: html`<p>${say(language, "offices.public.gone.lead")}</p>`,
  })
