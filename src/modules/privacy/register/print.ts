import { dayOf } from "../../../kernel/clock.ts"
import type { Reply, Request } from "../../../kernel/http/route.ts"
import { answer } from "../../../kernel/read.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { listPdf } from "../../../kernel/typeset/papers.ts"
import { day } from "../../../kernel/words/dates.ts"
import { format } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { readRegister } from "./read.ts"

/** The register on paper, as an authority may ask for it: GET /api/privacy.register.pdf?bodyId=… */
export const printRegister = async ({ query, actor: whoAsks, db, equipment }: Request): Promise<Reply> => {
  const actor = (await whoAsks()) ?? refuse("not_signed_in", {}, 401)
  const { body, rows, people } = await answer(readRegister, { bodyId: query["bodyId"] }, { actor, db, equipment })
  const { language } = actor
  const today = dayOf(Temporal.Now.instant())
  const pdf = await listPdf({
    body: body.name,
    title: say(language, "privacy.register"),
    kind: say(language, "privacy.register"),
    date: today.toString(),
    lang: language,
    subtitle: say(language, "privacy.register.on", { day: day(language, today), count: people }),
    columns: (["purpose", "who", "what", "basis", "how_long"] as const).map((one) => ({
      title: say(language, `privacy.register.${one}`),
      width: one === "purpose" ? 1.4 : 2,
    })),
    rows: rows.map(({ purpose, basis, note }) => [
      format(language, `privacy.purpose.${purpose}`),
      format(language, `privacy.purpose.${purpose}.who`),
      format(language, `privacy.purpose.${purpose}.what`),
      [format(language, `privacy.basis.${basis}`), note].filter(Boolean).join(". "),
      format(language, `privacy.purpose.${purpose}.how_long`),
    ]),
    landscape: true,
    note: say(language, "privacy.register.recipients"),
  })
  return { type: "application/pdf", headers: { "content-disposition": 'inline; filename="registre.pdf"' }, body: pdf }
}
