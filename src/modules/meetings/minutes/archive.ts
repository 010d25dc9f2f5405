import { createHash } from "node:crypto"
import { sql } from "kysely"
import { json } from "../../../kernel/db.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { anyOf, type Circumstances } from "../../../kernel/rule.ts"
import { head } from "../../../kernel/seal.ts"
import { csv } from "../../../kernel/tables/csv.ts"
import { agendaPdf, minutesPdf } from "../../../kernel/typeset/papers.ts"
import { type ZipEntry, zip } from "../../../kernel/zip.ts"
import { say } from "../../../words.ts"
import { decisionNumber } from "../../decisions/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { mayWrite } from "../attendance/may-hold.ts"
import { agendaPaper, occasionOf } from "../convocation/paper.ts"
import { findSeenMeeting } from "../seen.ts"
import type { Meeting } from "../meeting.ts"
import { paperOf } from "./frozen.ts"
import { type Material, materialOf } from "./material.ts"
import { versionOf } from "./read.ts"
import { officialLanguage } from "./store.ts"

type File = { name: string; content: Uint8Array | string }

/**
 * All that proves a meeting, in one ZIP: convocation, what each server answered, attendance, proxies, decisions, minutes, the
 * journal with its hashes, and the SHA-256 of each file. For those who write the minutes; without what is confidential for
 * whoever may not read it.
 */
export const archiveOf = async (meetingId: string, given: Circumstances) => {
  const meeting = given.actor.personId ? await findSeenMeeting(meetingId, given) : undefined
  if (!meeting || !(await mayWrite(meeting, given))) return refuse("not_found", {}, 404)
  const version = await versionOf(meeting, given)
  const language = await officialLanguage(given)
  const material = await materialOf(meeting, given)
  const minutes = await paperOf(meeting, version, given)
  const agenda = agendaPaper(await occasionOf(meeting.id, given), language, given.now)
  const tables = [
    await sendings(meeting, given),
    attendance(material),
    proxies(material),
    decisions(material, version === "full"),
    await journal(meeting, given),
  ]
  const chain = await head(given.db)
  const name = (key: "convocation" | "minutes" | "hashes") => say(language, `meetings.archive.${key}`)
  return {
    name: `${minutes.reference ?? meeting.starts.toPlainDate().toString()}.zip`,
    async make() {
      const files: File[] = [
        { name: `1 ${name("convocation")}.pdf`, content: await agendaPdf(agenda) },
        ...tables,
        { name: `7 ${name("minutes")}.pdf`, content: await minutesPdf(minutes) },
      ]
      const list = files.map(({ name: file, content }) => `${sha256(content)}  ${file}`)
      const journalHead = say(language, "meetings.archive.head", {
        position: chain?.position ?? 0,
        hash: chain?.hash ?? "",
      })
      const sums = `${list.join("\n")}\n\n${journalHead}\n`
      return zip(
        [...files, { name: `${name("hashes")}.txt`, content: sums }].map((file): ZipEntry => ({
          ...file,
          at: given.now,
          stored: file.name.endsWith(".pdf"),
        })),
      )
    },
  }
}

const sha256 = (content: Uint8Array | string) => createHash("sha256").update(content).digest("hex")

// Where people live and are written to is for who convenes them or keeps their records, not for a member asked to hold the pen.
const sendings = async (meeting: Meeting, given: Circumstances): Promise<File> => {
  const { id } = meeting
  const { db } = given
  const withAddresses = await anyOf(holds("meetings.convene"), holds("people.read"))(meeting, given)
  const { rows } = await sql<Record<string, string | null>>`
    select s.kind, p.family_name || ' ' || p.given_name as person, s.means, s.address, s.subject, s.state, s.attempts::text,
           s.queued_at::text, s.sent_at::text, s.server_answer, s.bounced_at::text, s.bounce, s.message_id
      from sendings s left join people p on (p.organisation_id, p.id) = (s.organisation_id, s.person_id)
     where s.meeting_id = ${id} order by s.queued_at, s.id`.execute(db)
  const shown = withAddresses ? rows : rows.map((row) => ({ ...row, address: "", server_answer: "", bounce: "" }))
  return table("2 envois.csv", sendingColumns, shown)
}

const sendingColumns = [
  "kind",
  "person",
  "means",
  "address",
  "subject",
  "state",
  "attempts",
  "queued_at",
  "sent_at",
  "server_answer",
  "bounced_at",
  "bounce",
  "message_id",
]

const attendance = ({ room, nameOf }: Material): File =>
  table(
    "3 presences.csv",
    ["person", "voting", "remote", "arrived_at", "left_at"],
    room.stays.map((stay) => ({
      person: nameOf(stay.person_id),
      voting: String(stay.voting),
      remote: String(stay.remote),
      arrived_at: stay.arrived_at.toString(),
      left_at: stay.left_at?.toString() ?? "",
    })),
  )

const proxies = ({ room, nameOf }: Material): File =>
  table(
    "4 procurations.csv",
    ["giver", "holder", "given_at", "given_by", "withdrawn_at"],
    room.proxies.map((proxy) => ({
      giver: nameOf(proxy.giver_id),
      holder: nameOf(proxy.holder_id),
      given_at: proxy.given_at.toString(),
      given_by: proxy.given_by,
      withdrawn_at: proxy.withdrawn_at?.toString() ?? "",
    })),
  )

// The quorum and the rule of the moment go whole, as JSON: they are the proof that it could be decided.
const decisions = (material: Material, isFull: boolean): File =>
  table(
    "5 decisions.csv",
    [
      "number",
      "title",
      "text",
      "how",
      "for",
      "against",
      "abstentions",
      "blank",
      "roll",
      "adopted",
      "taken_at",
      "quorum",
      "majority",
    ],
    material.decisions
      .filter(({ confidential }) => isFull || !confidential)
      .map((decision) => ({
        number: decisionNumber(decision),
        title: decision.title,
        text: decision.text,
        how: decision.how,
        for: text(decision.votes_for),
        against: text(decision.votes_against),
        abstentions: text(decision.abstentions),
        blank: text(decision.blank),
        roll: decision.roll.map(({ person_id, vote }) => `${material.nameOf(person_id)}: ${vote}`).join(", "),
        adopted: String(decision.adopted),
        taken_at: decision.taken_at.toString(),
        quorum: JSON.stringify(decision.quorum),
        majority: JSON.stringify(decision.majority),
      })),
  )

const journal = async ({ id }: Meeting, { db }: Circumstances): Promise<File> => {
  const columns = ["position", "at", "name", "actor_id", "via", "facts", "hash"]
  const { rows } = await sql<Record<string, string | null>>`
    select position::text, at::text, name, actor_id::text, via, facts::text, encode(hash, 'hex') as hash
      from events where facts @> ${json({ meetingId: id })} order by position nulls last, id`.execute(db)
  return table("6 journal.csv", columns, rows)
}

const table = (name: string, columns: string[], rows: readonly Record<string, string | null>[]): File => ({
  name,
  content: csv(
    columns,
    rows.map((row) => columns.map((column) => row[column] ?? "")),
  ),
})

const text = (figure: number | null) => (figure === null ? "" : String(figure))
