import { z } from "zod"
import { perform } from "../../../kernel/command.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import { html, pageWithoutScript } from "../../../kernel/html.ts"
import type { Reply, Request, Route } from "../../../kernel/http/route.ts"
import type { OrganisationId } from "../../../kernel/rule.ts"
import { type Secret, sign, verify } from "../../../kernel/secret.ts"
import { languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { chooseLetters, type LetterKind, letterKinds } from "./choose.ts"

const PURPOSE = "people.letters"
const claims = z.object({ o: z.uuid(), p: z.uuid(), k: z.enum(letterKinds) })

/** The page where one person stops receiving letters of a kind, without an account. */
export const stopLink = (
  { origin, secret }: { origin: string; secret: Secret },
  { organisation, personId, kind }: { organisation: string; personId: string; kind: LetterKind },
): string => `${origin}/l/${sign(secret, PURPOSE, { o: organisation, p: personId, k: kind }, null)}`

/** Opening changes nothing: mail programs open links by themselves. Their own "unsubscribe" posts (RFC 8058). */
export const stopRoutes: Route[] = [
  { method: "GET", path: "/l/:token", limit: 60, standsFor: "link", handle: (request) => answered(request, undefined) },
  {
    method: "POST",
    path: "/l/:token",
    limit: 30,
    standsFor: "link",
    handle: (request) => answered(request, request.body["wanted"] === "1"),
  },
]

const answered = async (request: Request, wanted: boolean | undefined): Promise<Reply> => {
  const { db, equipment, params, headers } = request
  const now = Temporal.Now.instant()
  const found = verify(equipment.secret, PURPOSE, params["token"] ?? "", now)
  const link = found.valid ? claims.safeParse(found.claims).data : undefined
  const organisation = link?.o as OrganisationId
  const person =
    link &&
    (await inOrganisation(db, organisation, (tx) =>
      tx.selectFrom("people").select("language").where("id", "=", link.p).executeTakeFirst(),
    ))
  const language = languageOf(person?.language ?? String(headers["accept-language"] ?? ""))
  if (!link || !person) return page(404, say(language, "people.stop.unknown"), language, html``)

  const actor = { organisation, personId: link.p, via: "link" as const, language }
  if (wanted !== undefined) await perform(chooseLetters, { kind: link.k, wanted }, { actor, db, equipment })
  const isOff =
    wanted === undefined
      ? await inOrganisation(db, organisation, async (tx) =>
          Boolean(
            await tx
              .selectFrom("unwanted_letters")
              .select("kind")
              .where("person_id", "=", link.p)
              .where("kind", "=", link.k)
              .executeTakeFirst(),
          ),
        )
      : !wanted
  return page(
    200,
    say(language, `people.letters.${link.k}`),
    language,
    html`<p>${say(language, isOff ? "people.stop.done" : "people.stop.lead")}</p>
      <form method="post" class="form">
        <input type="hidden" name="wanted" value="${isOff ? "1" : "0"}" />
        <div class="bar">
          <button class="button main">${say(language, isOff ? "people.stop.again" : "people.stop.act")}</button>
        </div>
      </form>`,
  )
}

const page = (status: number, title: string, language: "fr" | "en", body: ReturnType<typeof html>): Reply => ({
  status,
  type: "text/html; charset=utf-8",
  headers: { "cache-control": "no-store", "referrer-policy": "no-referrer" },
  body: pageWithoutScript({ title, language, body }),
})
