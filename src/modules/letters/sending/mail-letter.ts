import { buffer } from "node:stream/consumers"
import { sql } from "kysely"
import { layOut } from "../../../kernel/mail/layout.ts"
import { toPlain } from "../../../kernel/rich-text/plain.ts"
import { letterPdf } from "../../../kernel/typeset/letter-paper.ts"
import { say } from "../../../words.ts"
import { type Composer, composes, type LateAttachment } from "../../post/contract.ts"
import { findPrinted, houseOf, oneLetter, paperOf } from "../paper/paper-of.ts"

/** A letter as a mail: its words, and the PDF that is the letter itself, with what is joined to it. */
const letter: Composer = async (sending, given) => {
  const textId: string = sending.content.text_id
  const [found] = await findPrinted([textId], { ...given, actor: { ...given.actor, personId: null } })
  if (!found) return null
  const house = await houseOf(found.body_id, given)
  const one = oneLetter(found, house, given.now)
  const pdf: LateAttachment = {
    filename: `${found.reference ?? say(house.language, "letters.paper.file")}.pdf`,
    type: "application/pdf",
    key: `letter ${textId} ${found.signed_at?.toString() ?? ""}`,
    make: () => letterPdf(paperOf([one], house, given.now)),
  }
  return {
    subject: found.title,
    from_name: house.name,
    automatic: false,
    attachments: [pdf, ...(await joined(textId, given))],
    ...layOut({
      lang: house.language,
      sender: house.name,
      parts: [
        { kind: "paragraph", text: `${one.called},` },
        { kind: "paragraph", text: toPlain(one.text as Exclude<typeof one.text, string>) },
        ...(one.closing ? [{ kind: "paragraph" as const, text: one.closing }] : []),
        { kind: "paragraph", text: [...one.sign, one.signed_by].join("\n") },
        { kind: "note", text: say(house.language, "letters.mail.joined", { count: one.enclosed.length }) },
      ],
      footer: { text: [house.name, ...house.head.lines].join(" · ") },
    }),
  }
}

const joined = async (textId: string, { db, files, actor }: Parameters<Composer>[1]): Promise<LateAttachment[]> => {
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
