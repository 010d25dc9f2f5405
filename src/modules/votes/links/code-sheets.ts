import { sql } from "kysely"
import { encode } from "uqr"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { permits, weakOf } from "../../../kernel/command.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import type { Reply, Request } from "../../../kernel/http/route.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { codeSheetsPdf } from "../../../kernel/typeset/code-sheets.ts"
import { say } from "../../../words.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import { addressLines } from "../../people/contract.ts"
import { findOperation, type Operation } from "../operation/operation.ts"
import { addressOf, codeOf } from "./code.ts"
import { printableSince } from "./printable.ts"
import { readLinks } from "./read-links.ts"

/** The sheets of codes made together, one for each person: an address for the window, the code, and how to vote with it. */
export const codeSheets = async (request: Request): Promise<Reply> => {
  const { db, equipment, params, query } = request
  const actor = (await request.actor()) ?? refuse("not_signed_in", {}, 401)
  const batch = z.uuid().safeParse(query["lot"])
  const paper = await inOrganisation(
    db,
    actor.organisation,
    async (tx) => {
      const given = { ...equipment, actor, db: tx, now: Temporal.Now.instant() }
      const operation = await findOperation(params["operationId"] ?? "", given)
      if (!operation || !batch.success || !(await permits(readLinks, operation, given)))
        return refuse("not_found", {}, 404)
      return paperOf(operation, batch.data, given)
    },
    weakOf(actor),
  )
  return {
    type: "application/pdf",
    headers: { "cache-control": "private, no-store", "content-disposition": "inline" },
    body: await codeSheetsPdf(paper),
  }
}

type Line = {
  id: string
  given_name: string
  family_name: string
  street: string | null
  postcode: string | null
  town: string | null
  country: string | null
}

const paperOf = async (operation: Operation, batchId: string, given: Circumstances) => {
  const { actor, db, now, secret, origin } = given
  const { rows } = await sql<Line>`
    select k.id, p.given_name, p.family_name, p.street, p.postcode, p.town, p.country
      from voting_links k join people p on (p.organisation_id, p.id) = (k.organisation_id, k.person_id)
     where k.operation_id = ${operation.id} and k.batch_id = ${batchId} and k.withdrawn_at is null
       and k.issued_by = ${actor.personId} and k.issued_at > ${printableSince(now)}
     order by p.folded collate "C", p.id`.execute(db)
  if (rows.length === 0) return refuse("votes.codes_gone", {}, 404)
  const body = (await findBodyEvenClosed(operation.body_id, db))!
  const t = (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => say(actor.language, key, values)
  return {
    body: body.name,
    title: operation.title,
    date: dayOf(now, body.zone).toString(),
    lang: actor.language,
    lead: t("votes.code.paper.lead"),
    steps: [
      t("votes.code.paper.go", { address: `${origin}/v` }),
      t("votes.code.paper.type"),
      t("votes.code.paper.vote"),
    ],
    scan: t("votes.code.paper.scan"),
    label: t("votes.link.code"),
    notes: [
      t("votes.code.paper.once"),
      t("votes.code.paper.personal"),
      t("votes.code.paper.help", { body: body.name }),
    ],
    sheets: rows.map((row) => {
      const code = codeOf(secret, { organisation: actor.organisation, linkId: row.id })
      const name = `${row.given_name} ${row.family_name}`
      return {
        address: [name, ...addressLines(row)],
        code,
        square: {
          modules: encode(addressOf(origin, code), { ecc: "M", border: 0 }).data,
          address: t("votes.code.paper.square"),
        },
      }
    }),
  }
}
