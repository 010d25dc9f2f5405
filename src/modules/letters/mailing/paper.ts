import { sql } from "kysely"
import { refuse } from "../../../kernel/refusal.ts"
import { empty } from "../../../kernel/rich-text/schema.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { LettersPaper } from "../../../kernel/typeset/letter-paper.ts"
import { say } from "../../../words.ts"
import { holds } from "../../mandates/contract.ts"
import { findPrinted, houseOf, oneLetter, paperOf, type Printed } from "../paper/paper-of.ts"
import { filled } from "./fields.ts"
import type { LineSaid } from "./tables.ts"

/** The letter as one of them receives it. */
export const forLine = (letter: Printed, line: LineSaid): Printed => ({
  ...letter,
  doc: filled(letter.doc ?? empty(), line),
  said: { ...letter.said, lines: line.lines, called: line.called, closing: line.closing },
})

/** Those that are to be printed, in one file; before it is started, the first as all will be. */
export const paperOfMailing = async (
  textId: string,
  given: Circumstances,
): Promise<LettersPaper & { name: string }> => {
  const { rows } = await sql<{ said: LineSaid }>`
    select l.said from mailing_lines l join sendings s on (s.organisation_id, s.id) = (l.organisation_id, l.sending_id)
     where l.text_id = ${textId} and s.means = 'post' and s.state in ('waiting', 'printed') order by l.place`.execute(
    given.db,
  )
  if (rows.length === 0) refuse("letters.nothing_to_print")
  return paperFor(
    textId,
    rows.map(({ said }) => said),
    given,
  )
}

/** One of them, to be looked at before it leaves. */
export const paperOfLine = async (lineId: string, given: Circumstances): Promise<LettersPaper & { name: string }> => {
  const line = await given.db
    .selectFrom("mailing_lines")
    .select(["text_id", "said"])
    .where("id", "=", lineId)
    .executeTakeFirst()
  return line ? paperFor(line.text_id, [line.said], given) : refuse("not_found", {}, 404)
}

const paperFor = async (
  textId: string,
  lines: readonly LineSaid[],
  given: Circumstances,
): Promise<LettersPaper & { name: string }> => {
  const [letter] = await findPrinted([textId], given)
  // To whom it goes is read by those who follow the texts: the body reads the letter, not the file.
  if (!letter || !(await holds("texts.write")({ body_id: letter.body_id }, given))) return refuse("not_found", {}, 404)
  const house = await houseOf(letter.body_id, given)
  const base = oneLetter(letter, house, given.now)
  return {
    ...paperOf(
      lines.map((line) => {
        const { text, address, called, closing } = oneLetter(forLine(letter, line), house, given.now)
        // The picture is the same object under all: it is drawn once.
        return { ...base, text, address, called, closing }
      }),
      house,
      given.now,
    ),
    ...(lines.length > 1 ? { tick: say(house.language, "letters.paper.tick") } : {}),
    name: letter.reference ?? say(house.language, "letters.paper.file"),
  }
}
