import { answer } from "../../kernel/read.ts"
import { refuse } from "../../kernel/refusal.ts"
import type { Reply, Request } from "../../kernel/http/route.ts"
import { rightsPdf } from "../../kernel/typeset/papers.ts"
import { day } from "../../kernel/words/dates.ts"
import { format } from "../../kernel/words/words.ts"
import { readRights } from "./read-rights.ts"

/** The same page on paper: GET /api/mandates.rights.pdf?personId=… */
export const printRights = async ({ query, actor: whoAsks, db, equipment }: Request): Promise<Reply> => {
  const actor = (await whoAsks()) ?? refuse("not_signed_in", {}, 401)
  const rights = await answer(readRights, { personId: query["personId"] }, { actor, db, equipment })
  const { language } = actor
  const pdf = await rightsPdf({
    body: rights.groups[0]?.body_name ?? rights.name,
    title: format(language, "mandates.rights.title"),
    date: rights.on.toString(),
    lang: language,
    people: [
      {
        name: rights.name,
        subtitle: format(language, "mandates.rights.on", { day: day(language, rights.on) }),
        groups: rights.groups.map(({ body_name, rows }) => ({
          heading: body_name,
          rows: rows.map(
            ({ may, why }) => [may, body_name, why.map(({ words }) => words).join("\n")] as [string, string, string],
          ),
        })),
      },
    ],
  })
  return { type: "application/pdf", headers: { "content-disposition": 'inline; filename="droits.pdf"' }, body: pdf }
}
