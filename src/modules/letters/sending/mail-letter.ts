import { buffer } from "node:stream/consumers"
import { sql } from "kysely"
import { layOut } from "../../../kernel/mail/layout.ts"
import { toPlain } from "../../../kernel/rich-text/plain.ts"
import { empty } from "../../../kernel/rich-text/schema.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { letterPdf } from "../../../kernel/typeset/letter-paper.ts"
import { say } from "../../../words.ts"
import { type Composed, type Composer, composes, type LateAttachment } from "../../post/contract.ts"
import { findPrinted, type House, houseOf, oneLetter, paperOf, type Printed } from "../paper/paper-of.ts"

/** A letter as a mail: its words, and the PDF that is the letter itself, with what is joined to it. */
export const composedLetter = (
  found: Printed,
  house: House,
  joined: readonly LateAttachment[],
  key: string,
  now: Temporal.Instant,
): Composed => {
  const one = oneLetter(found, house, now)
  const pdf: LateAttachment = {
    filename: `${found.reference ?? say(house.language, "letters.paper.file")}.pdf`,
    type: "application/pdf",
    key: `${key} ${found.signed_at?.toString() ?? ""}`,
    make: () => letterPdf(paperOf([one], house, now)),
  }
  return {
    subject: found.title,
    from_name: house.name,
    automatic: false,
    attachments: [pdf, ...joined],
    ...layOut({
      lang: house.language,
      sender: house.name,
      parts: [
        { kind: "paragraph", text: `${one.called},` },
        { kind: "paragraph", text: toPlain(found.doc ?? empty()) },
        ...(one.closing ? [{ kind: "paragraph" as const, text: one.closing }] : []),
        { kind: "paragraph", text: [...one.sign, one.signed_by].join("\n") },
        { kind: "note", text: say(house.language, "letters.mail.joined", { count: one.enclosed.length }) },
      ],
      footer: { text: [house.name, ...house.head.lines].join(" · ") },
    }),
  }
}

const letter: Composer = async (sending, given) => {
  const textId: string = sending.content.text_id
  const [found] = await findPrinted([textId], { ...given, actor: { ...given.actor, personId: null } })
  if (!found) return null
  const house = await houseOf(found.body_id, given)
  return composedLetter(found, house, await joinedTo(textId, given), `letter ${textId}`, given.now)
}

/** What is joined to a letter, to be read when it leaves. */
export const joinedTo = async (textId: string, { db, files, actor }: Circumstances): Promise<LateAttachment[]> => {
  const { rows } = await sql<{ id: string; name: string; type: string; hash: string }>`
    select f.id, f.name, f.type, f.hash from letter_papers k join files f on (f.organisation_id, f.id) = (k.organisation_id, k.file_id)
     where k.text_id = ${textId} order by k.place`.execute(db)
  return rows.map(({ id, name, type, hash }) => ({
    filename: name,
    type,
    key: `file ${id}`,
    make: async () => new Uint8Array(await buffer(await files.get(actor.organisation, hash))),
  }))
}

composes("letter", letter)
