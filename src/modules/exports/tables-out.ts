import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Cell } from "../../kernel/tables/cell.ts"
import { dayOnly } from "../../kernel/words/dates.ts"
import { format } from "../../kernel/words/words.ts"
import { findTable, tableColumns, tableFilters } from "../amendments/contract.ts"
import { counterpartFilters, exchangeFilters, findCounterparts, findExchanges } from "../counterparts/contract.ts"
import { decisionFilters, findDecisions } from "../decisions/contract.ts"
import { findMatters, matterFilters } from "../matters/contract.ts"
import { isSeen } from "../meetings/contract.ts"
import { lettersOut } from "./letters-out.ts"
import { MOST_ROWS } from "./most-rows.ts"
import { membersOut } from "./members-out.ts"
import { findOffices, officeFilters } from "../offices/contract.ts"
import { findPeople, peopleFilters, sightOf, wantedOf } from "../people/contract.ts"
import { findWords, kinds, searchFilters } from "../search/contract.ts"
import { sittingsOut } from "./sittings-out.ts"
import { tallyOut } from "./tally-out.ts"
import { welcomeOut } from "./welcome-out.ts"
import { gridFilters, gridRows, skillsOf } from "../skills/contract.ts"
import { findTasks, taskFilters } from "../tasks/contract.ts"
import { findTexts, textFilters } from "../texts/contract.ts"

/** A list as a table: what it takes from the address, its columns (words keys), and its rows within what the actor sees. */
export type TableOut = {
  columns: readonly string[]
  /** More columns that the body itself names, after those. */
  more?: (asked: Record<string, unknown>, given: Circumstances) => Promise<string[]>
  rows: (asked: Record<string, unknown>, given: Circumstances) => Promise<Cell[][]>
}

export const tablesOut = {
  tasks: {
    columns: [
      "tasks.field.what",
      "tasks.field.owner",
      "tasks.field.helpers",
      "tasks.field.due",
      "tasks.field.state",
      "tasks.field.decision",
      "tasks.field.body",
      "tasks.field.done",
    ],
    async rows(asked, given) {
      const rows = await findTasks(taskFilters.parse(asked), all, given)
      const say = words(given)
      return rows.map((row) => [
        row.what,
        row.owner_name,
        row.helper_names.join(", "),
        row.due,
        say(`tasks.state.${row.state}`),
        row.decision_number,
        row.body_name,
        moment(row.done_at),
      ])
    },
  },
  texts: {
    columns: [
      "texts.field.reference",
      "texts.field.title",
      "texts.field.kind",
      "texts.field.state",
      "texts.field.author",
      "texts.field.matter",
      "texts.field.item",
      "texts.field.due.short",
      "texts.field.lodged",
      "texts.field.their_number",
    ],
    async rows(asked, given) {
      const rows = await findTexts(textFilters.parse(asked), all, given)
      const say = words(given)
      return rows.map((row) => [
        row.reference,
        row.title,
        say(`texts.kind.${row.kind}`),
        say(`texts.state.${row.state}`),
        row.author_name,
        row.matter_title,
        [row.sitting_title, row.item_title].filter(Boolean).join(", "),
        row.due_on,
        row.lodged_on,
        row.their_number,
      ])
    },
  },
  ...lettersOut,
  decisions: {
    columns: [
      "decisions.field.number",
      "decisions.field.title",
      "decisions.field.day",
      "decisions.field.state",
      "decisions.field.how",
      "decisions.field.meeting",
      "decisions.field.matter",
      "decisions.field.review",
      "exports.replaced_by",
      "exports.tasks_open",
      "exports.tasks_done",
      "tasks.field.body",
    ],
    async rows(asked, given) {
      const rows = await findDecisions(decisionFilters.parse(asked), all, given)
      const say = words(given)
      return rows.map((row) => [
        row.reference,
        row.title,
        moment(row.taken_at),
        say(`decisions.state.${row.state}`),
        say(`decisions.how.${row.how}`),
        row.meeting_title ??
          (row.ballot_id && said(given, "decisions.by_vote", row.taken_at)) ??
          (row.election_id && said(given, "decisions.by_election", row.taken_at)),
        row.matter_title,
        row.review_on,
        row.superseded_by_reference,
        row.tasks_open,
        row.tasks_done,
        row.body_name,
      ])
    },
  },
  amendments: {
    columns: tableColumns,
    rows: (asked, given) => findTable(tableFilters.parse(asked), given),
  },
  matters: {
    columns: [
      "matters.field.title",
      "matters.field.state",
      "matters.field.theme",
      "matters.field.territory",
      "matters.field.lead",
      "matters.field.staff",
      "matters.field.standing",
      "matters.field.standing_on",
      "matters.field.next",
      "matters.field.next_on",
      "matters.field.opened",
      "matters.field.closed",
      "tasks.field.body",
    ],
    async rows(asked, given) {
      const rows = await findMatters(matterFilters.parse(asked), all, given)
      const say = words(given)
      return rows.map((row) => [
        row.title,
        say(`matters.state.${row.closed_on ? "closed" : row.state}`),
        row.theme,
        row.place,
        row.lead_name,
        row.staff_name,
        row.standing,
        row.standing_on,
        row.next_step,
        row.next_on,
        row.opened_on,
        row.closed_on,
        row.body_name,
      ])
    },
  },
  people: {
    columns: [
      "exports.family_name",
      "exports.given_name",
      "exports.functions",
      "people.ring",
      "exports.email",
      "exports.phone",
      "exports.town",
      "exports.post_only",
      "exports.dues_until",
    ],
    async rows(asked, given) {
      const wanted = { ...(await wantedOf(peopleFilters.parse(asked), given.db)), limit: all.limit }
      const { rows } = await findPeople(wanted, await sightOf(given), given.db)
      return rows.map((row) => [
        row.family_name,
        row.given_name,
        row.functions.join(", "),
        row.rings.map((ring) => format(given.actor.language, `mandates.ring.${ring}`)).join(", "),
        row.email,
        row.phone,
        row.town,
        row.post_only,
        row.dues_until,
      ])
    },
  },
  counterparts: {
    columns: [
      "counterparts.field.name",
      "counterparts.field.kind",
      "counterparts.roles",
      "counterparts.field.themes",
      "counterparts.field.territory",
      "exports.town",
      "exports.email",
      "exports.phone",
      "counterparts.field.website",
      "counterparts.field.last",
      "counterparts.field.checked",
    ],
    async rows(asked, given) {
      const { rows } = await findCounterparts({ ...counterpartFilters.parse(asked), limit: all.limit }, given)
      const say = words(given)
      return rows.map((row) => [
        row.name,
        row.kind && say(`counterparts.kind.${row.kind}`),
        row.roles.join(" ; "),
        row.themes.join(", "),
        row.territory,
        row.town,
        row.email,
        row.phone,
        row.website,
        row.last_on,
        row.checked_on,
      ])
    },
  },
  exchanges: {
    columns: [
      "exchanges.field.on",
      "exchanges.field.kind",
      "exchanges.field.about",
      "exchanges.field.theirs",
      "exchanges.field.ours",
      "exchanges.field.said",
      "exchanges.field.next",
      "exchanges.field.next_on",
      "exchanges.field.state",
      "exchanges.field.due",
      "exchanges.field.answered",
    ],
    async rows(asked, given) {
      const rows = await findExchanges(exchangeFilters.parse(asked), all, given)
      const say = words(given)
      return rows.map((row) => [
        row.on_day,
        say(`exchanges.kind.${row.kind}`),
        row.about,
        row.theirs.join(", "),
        row.ours.join(", "),
        row.said,
        row.next_step,
        row.next_on,
        row.state && say(`exchanges.state.${row.state}`),
        row.answer_due,
        row.answered_on,
      ])
    },
  },
  offices: {
    columns: [
      "offices.field.person",
      "offices.field.institution",
      "offices.field.kind",
      "offices.field.role",
      "offices.field.since",
      "offices.field.until",
      "offices.field.origin",
      "offices.field.sent_by",
      "offices.field.delegation",
      "offices.field.stance",
      "offices.field.gross",
      "tasks.field.body",
    ],
    async rows(asked, given) {
      const rows = await findOffices(officeFilters.parse(asked), all, given)
      const say = words(given)
      return rows.map((row) => [
        row.name,
        row.institution,
        say(`offices.kind.${row.kind}`),
        row.title ?? format(given.actor.language, `offices.role.${row.role}`, { form: row.form, country: row.country }),
        row.since,
        row.until,
        say(`offices.origin.${row.origin}`),
        row.sent_by,
        row.delegation,
        row.stance && say(`offices.stance.${row.stance}`),
        row.yearly_gross_cents === null ? null : Number(row.yearly_gross_cents) / 100,
        row.body_name,
      ])
    },
  },
  search: {
    columns: ["exports.kind", "exports.title", "exports.day", "tasks.field.body"],
    async rows(asked, given) {
      const { q, kind, bodyId, sort } = searchFilters.parse(asked)
      const latest = sort === "latest"
      const hits = await findWords(
        { q, kinds: kind ? [kind] : kinds, begins: false, bodyId, latest, limit: 500, offset: 0 },
        given,
      )
      const say = words(given)
      return hits.map((hit) => [say(`search.kind.${hit.kind}`), hit.title, moment(hit.at), hit.body_name])
    },
  },
  ...membersOut,
  ...welcomeOut,
  ...sittingsOut,
  ...tallyOut,
  attendance: {
    columns: [
      "exports.meeting",
      "exports.day",
      "exports.family_name",
      "exports.given_name",
      "exports.arrived",
      "exports.left",
      "exports.voting",
      "exports.remote",
    ],
    async rows(asked, given) {
      const rows = await attendances(attendanceFilters.parse(asked), given)
      return rows.map((row) => [
        row.title,
        row.starts.toPlainDate(),
        row.family_name,
        row.given_name,
        hour(row.arrived_at, row.zone),
        hour(row.left_at, row.zone),
        row.voting,
        row.remote,
      ])
    },
  },
  skills: {
    columns: ["exports.person", "exports.said_on"],
    more: async (asked, { db }) => (await columnsOf(asked, db)).map(({ name }) => name),
    async rows(asked, given) {
      const filters = gridFilters.parse(asked)
      const columns = await columnsOf(asked, given.db)
      const say = words(given)
      return (await gridRows(filters, all, given)).map(({ name, confirmed_on, squares }) => [
        name,
        confirmed_on,
        ...columns.map(({ id }) => {
          const square = squares[id]
          return (
            square &&
            [square.level, square.wants && "wants"]
              .filter(Boolean)
              .map((key) => say(`skills.level.${key}`))
              .join(", ")
          )
        }),
      ])
    },
  },
} satisfies Record<string, TableOut>

/** The lists that can be taken away. */
export const lists = Object.keys(tablesOut) as (keyof typeof tablesOut)[]

const columnsOf = async (asked: Record<string, unknown>, db: Circumstances["db"]) => {
  const { bodyId, themeId } = gridFilters.parse(asked)
  return (await skillsOf(bodyId, db)).filter((skill) => !themeId || skill.theme_id === themeId)
}

const all = { limit: MOST_ROWS + 1, offset: 0 }

const attendanceFilters = z.object({ bodyId: z.uuid().optional(), meetingId: z.uuid().optional() })

type Stay = {
  title: string
  starts: Temporal.PlainDateTime
  zone: string
  family_name: string
  given_name: string
  arrived_at: Temporal.Instant
  left_at: Temporal.Instant | null
  voting: boolean
  remote: boolean
}

const attendances = async (
  { bodyId, meetingId }: z.output<typeof attendanceFilters>,
  { actor, db, now }: Circumstances,
): Promise<Stay[]> => {
  const { rows } = await sql<Stay>`
    select m.title, m.starts, m.zone, p.family_name, p.given_name, a.arrived_at, a.left_at, a.voting, a.remote
      from attendances a
      join meetings m on (m.organisation_id, m.id) = (a.organisation_id, a.meeting_id)
      join people p on (p.organisation_id, p.id) = (a.organisation_id, a.person_id)
     where ${isSeen(actor.personId!, dayOf(now))}
       and ${bodyId ? sql`m.body_id = ${bodyId}` : sql`true`} and ${meetingId ? sql`m.id = ${meetingId}` : sql`true`}
     order by m.starts, p.folded collate "C", a.arrived_at limit ${all.limit}`.execute(db)
  return rows
}

const moment = (at: Temporal.Instant | null) => at && dayOf(at)
const hour = (at: Temporal.Instant | null, zone: string) => at && at.toZonedDateTimeISO(zone).toPlainTime()
const said = ({ actor: { language } }: Circumstances, key: string, at: Temporal.Instant) =>
  format(language, key, { day: dayOnly(language, dayOf(at)) })
const words =
  ({ actor }: Circumstances) =>
  (key: string) =>
    format(actor.language, key)
