import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import { permits, weakOf } from "../../../kernel/command.ts"
import type { Reply, Request, Route } from "../../../kernel/http/route.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { anyOf, type Circumstances, type Rule } from "../../../kernel/rule.ts"
import { attendanceSheetPdf, labelsPdf, listPdf } from "../../../kernel/typeset/papers.ts"
import { day, dayOnly } from "../../../kernel/words/dates.ts"
import { say } from "../../../words.ts"
import { findBody, numbered } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { addressLines } from "../../people/contract.ts"
import { postFile } from "../letters/post-file.ts"
import { postMemberLetters } from "../letters/post.ts"
import { findReceipt, receiptFile } from "../letters/receipt.ts"
import { readsDues, readsMembers } from "../permissions.ts"
import { readMemberDues } from "../dues/read-member.ts"
import { findRoll, linesOfRoll, readRoll } from "../roll/reads.ts"
import { reasonsInWords } from "../roll/in-words.ts"
import { readStatistics } from "../statistics/read.ts"
import { cardsFile, sendCards } from "./card.ts"
import { membersToPrint } from "./members.ts"

type Body = NonNullable<Awaited<ReturnType<typeof findBody>>>
type Make = () => Promise<Uint8Array>
const holdsPeople = holds("people.manage")

/** What is printed of members: each within what its reader may see, made after the database has been let go. */
export const printRoutes: Route[] = [
  ofBody("/membres/cartes.pdf", sendCards, holdsPeople, async (body, request, { db, actor, now }) => {
    const on = dayOf(now, body.zone)
    const personIds = request.query["personne"] ? [request.query["personne"]] : undefined
    const members = await membersToPrint(body.id, { rings: ["member"], on, personIds }, db)
    return members.length ? () => cardsFile(body, members, actor.language, on) : undefined
  }),
  // Names and functions: what one member may see of another, for whoever reads no screen.
  ofBody("/membres/liste.pdf", readStatistics, readsMembers, async (body, _request, { db, actor, now }) => {
    const on = dayOf(now, body.zone)
    const members = await membersToPrint(body.id, { rings: ["member", "sympathiser"], on }, db)
    const t = (key: Parameters<typeof say>[1], values = {}) => say(actor.language, key, values)
    return () =>
      listPdf({
        body: body.name,
        title: t("members.print.list.title"),
        kind: t("members.print.list.kind"),
        subtitle: t("members.print.on", { day: day(actor.language, on) }),
        date: on.toString(),
        lang: actor.language,
        columns: [
          { title: t("members.print.name"), width: 3 },
          { title: t("members.print.ring"), width: 2 },
          { title: t("members.print.functions"), width: 4 },
        ],
        rows: members.map(({ name, ring, functions }) => [
          name,
          say(actor.language, `mandates.ring.${ring}`),
          functions.join(", "),
        ]),
        note: t("members.print.list.note"),
      })
  }),
  ofBody("/membres/etiquettes.pdf", sendCards, holdsPeople, async (body, request, { db, actor, now }) => {
    const on = dayOf(now, body.zone)
    const all = await membersToPrint(body.id, { rings: ["member", "sympathiser"], on }, db)
    const withPost = all.filter((one) => addressLines(one).length > 0)
    const wanted =
      request.query["qui"] === "courrier" ? withPost.filter((one) => one.post_only || !one.email) : withPost
    return wanted.length
      ? () =>
          labelsPdf({
            body: body.name,
            title: say(actor.language, "members.print.labels.title"),
            date: on.toString(),
            lang: actor.language,
            addresses: wanted.map((one) => [one.name, ...addressLines(one)]),
          })
      : undefined
  }),
  ofBody("/membres/presences.pdf", readStatistics, readsMembers, async (body, _request, { db, actor, now }) => {
    const on = dayOf(now, body.zone)
    const members = await membersToPrint(body.id, { rings: ["member"], on }, db)
    return () =>
      attendanceSheetPdf({
        body: body.name,
        title: say(actor.language, "members.print.sheet.title"),
        date: on.toString(),
        lang: actor.language,
        when: say(actor.language, "members.print.sheet.when"),
        people: members.map(({ name, functions }) => ({ name, quality: functions[0] ?? "" })),
        blank: 8,
      })
  }),
  ofBody(
    "/membres/lettres.pdf",
    postMemberLetters,
    anyOf<{ body_id: string }>(holds("dues.manage"), holdsPeople),
    (body, { query }, given) => postFile(body, given, Math.min(10_000, Math.max(1, Number(query["lot"]) || 1))),
  ),
  {
    method: "GET",
    path: "/membres/recus/:paymentId.pdf",
    limit: 60,
    standsFor: readMemberDues,
    handle: (request) =>
      printed(request, async (given) => {
        const receipt = await findReceipt(idOf(request.params["paymentId"]), given.db)
        if (!receipt || !(await permits({ name: readMemberDues.name, allow: readsDues }, receipt, given)))
          return undefined
        return receiptFile(receipt, given.actor.language).make
      }),
  },
  {
    method: "GET",
    path: "/membres/listes/:rollId/presences.pdf",
    limit: 60,
    standsFor: readRoll,
    handle: (request) =>
      printed(request, async (given) => {
        const roll = await findRoll(idOf(request.params["rollId"]), given.db)
        if (!roll || !(await permits(readRoll, roll, given))) return undefined
        const lines = await linesOfRoll(roll.id, given.db)
        const { language } = given.actor
        const reference = numbered(roll.code, roll.year, "LE", roll.number)
        return () =>
          attendanceSheetPdf({
            body: roll.body_name,
            title: roll.title,
            reference,
            date: roll.on_day.toString(),
            lang: language,
            when: day(language, roll.on_day),
            facts: [
              [say(language, "members.roll.entitled"), String(roll.entitled)],
              [say(language, "members.roll.rule"), say(language, `members.roll.who.${roll.rule.who}`)],
            ],
            people: lines.filter(({ entitled }) => entitled).map(({ name }) => ({ name })),
            closing: say(language, "members.roll.fingerprint", { hash: roll.hash }),
          })
      }),
  },
  {
    method: "GET",
    path: "/membres/listes/:rollId/liste.pdf",
    limit: 60,
    standsFor: readRoll,
    handle: (request) =>
      printed(request, async (given) => {
        const roll = await findRoll(idOf(request.params["rollId"]), given.db)
        if (!roll || !(await permits(readRoll, roll, given))) return undefined
        const lines = await linesOfRoll(roll.id, given.db)
        const { language } = given.actor
        const t = (key: Parameters<typeof say>[1], values = {}) => say(language, key, values)
        return () =>
          listPdf({
            body: roll.body_name,
            title: roll.title,
            reference: numbered(roll.code, roll.year, "LE", roll.number),
            kind: t("members.roll.kind"),
            subtitle: day(language, roll.on_day),
            date: roll.on_day.toString(),
            lang: language,
            facts: [
              [t("members.roll.entitled"), String(roll.entitled)],
              [t("members.roll.rule"), say(language, `members.roll.who.${roll.rule.who}`)],
              [t("members.roll.frozen"), dayOnly(language, dayOf(roll.frozen_at))],
            ],
            columns: [
              { title: t("members.print.name"), width: 3 },
              { title: t("members.roll.may"), width: 1 },
              { title: t("members.roll.why"), width: 5 },
            ],
            rows: lines.map(({ name, entitled, reasons }) => [
              name,
              t(entitled ? "members.roll.yes" : "members.roll.no"),
              reasonsInWords(reasons, language),
            ]),
            note: t("members.roll.fingerprint", { hash: roll.hash }),
          })
      }),
  },
]

function ofBody(
  path: string,
  standsFor: Route["standsFor"],
  allow: Rule<{ body_id: string }>,
  prepare: (body: Body, request: Request, given: Circumstances) => Promise<Make | undefined>,
): Route {
  const name = typeof standsFor === "string" ? standsFor : standsFor.name
  return {
    method: "GET",
    path,
    limit: 30,
    standsFor,
    handle: (request) =>
      printed(request, async (given) => {
        const body = await findBody(idOf(request.query["bodyId"]), given.db)
        if (!body || !(await permits({ name, allow }, body, given))) return undefined
        return prepare(body, request, given)
      }),
  }
}

/** Reads in one transaction, and makes what is slow after it. */
async function printed(request: Request, prepare: (given: Circumstances) => Promise<Make | undefined>): Promise<Reply> {
  const { db, equipment } = request
  const actor = (await request.actor()) ?? refuse("not_signed_in", {}, 401)
  const make = await inOrganisation(
    db,
    actor.organisation,
    (tx) => prepare({ ...equipment, actor, db: tx, now: Temporal.Now.instant() }),
    weakOf(actor),
  )
  return {
    type: "application/pdf",
    headers: { "cache-control": "no-store", "content-disposition": "inline" },
    body: await (make ?? refuse("members.nothing_to_print", {}, 404))(),
  }
}

const idOf = (asked: string | undefined): string => {
  const id = z.uuid().safeParse(asked)
  return id.success ? id.data : refuse("not_found", {}, 404)
}
