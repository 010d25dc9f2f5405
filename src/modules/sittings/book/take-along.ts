import { inOrganisation } from "../../../kernel/db.ts"
import { type Html, html, pageWithoutScript } from "../../../kernel/html.ts"
import type { Reply, Request, Route } from "../../../kernel/http/route.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { type BookItem, bookPdf } from "../../../kernel/typeset/book-paper.ts"
import { day, moment } from "../../../kernel/words/dates.ts"
import { say } from "../../../words.ts"
import { findSeenSitting, type Sitting } from "../seen.ts"
import { type Composed, compose } from "./compose.ts"
import { lastDayOf } from "./last-day.ts"
import { materialOf } from "./material.ts"
import { readBooks } from "./read-books.ts"

/**
 * What a telephone keeps to be read without network: the book, and the order of business as a page of its own. It rests on the device as
 * it is, so nothing stands in it that not all who see the sitting may read.
 */
export const takeAlongRoutes: Route[] = [
  route("a-emporter.pdf", async ({ paper }) => ({ type: "application/pdf", body: await bookPdf(paper) })),
  route("a-emporter.html", async (composed, sitting, given) => ({
    type: "text/html; charset=utf-8",
    body: pageOf(composed, sitting, given),
  })),
]

type Given = { now: Temporal.Instant; language: "fr" | "en" }

function route(name: string, make: (composed: Composed, sitting: Sitting, given: Given) => Promise<Reply>): Route {
  return {
    method: "GET",
    path: `/api/sittings/:id/${name}`,
    limit: 30,
    standsFor: readBooks,
    async handle({ params, actor: whoAsks, db, equipment }: Request) {
      const actor = (await whoAsks()) ?? refuse("not_signed_in", {}, 401)
      const id = params["id"] ?? ""
      if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return refuse("not_found", {}, 404)
      const now = Temporal.Now.instant()
      // Read in one transaction, made after it.
      const { composed, sitting } = await inOrganisation(db, actor.organisation, (tx) =>
        composedFor(id, { ...equipment, actor, db: tx, now }),
      )
      const reply = await make(composed, sitting, { now, language: actor.language })
      return { ...reply, headers: { "cache-control": "private, no-store", "x-content-type-options": "nosniff" } }
    },
  }
}

const composedFor = async (sittingId: string, given: Circumstances) => {
  const sitting = (await findSeenSitting(sittingId, given)) ?? refuse("not_found", {}, 404)
  const { personId, language } = given.actor
  const material = await materialOf(sitting, personId ? [personId] : [], given)
  const copy = {
    reader_id: personId,
    format: "tablet" as const,
    big: false,
    only_mine: false,
    with_papers: false,
    confidential: false,
    language,
  }
  return { sitting, composed: compose(material, copy, given) }
}

const pageOf = ({ paper }: Composed, sitting: Sitting, { now, language }: Given): string =>
  pageWithoutScript({
    title: sitting.title,
    language,
    body: html`
      <p class="lead">${paper.when}</p>
      <p class="soft">
        ${say(language, "sittings.kept.page", {
          at: moment(language, now.toString(), sitting.zone),
          until: day(language, lastDayOf(sitting).toString()),
        })}
      </p>
      <p>
        <a class="button main" href="/api/sittings/${sitting.id}/a-emporter.pdf"
          >${say(language, "sittings.kept.book")}</a
        >
      </p>
      ${paper.items.map((item) => itemOf(item, language))}
    `,
  })

const itemOf = (item: BookItem, language: "fr" | "en"): Html =>
  html` <section class="sheet">
    <details class="pad">
      <summary>
        <b>${[item.number, item.title].filter(Boolean).join(" · ")}</b><br />
        ${item.stance ? item.stance.words : say(language, "sittings.book.paper.open")}${item.mine ? ` · ${item.why_mine ?? ""}` : ""}
      </summary>
      ${item.under && html`<p class="soft">${item.under}</p>`}
      ${item.stance?.condition && html`<p>${item.stance.condition}</p>`}
      ${item.stance?.note && html`<p>${item.stance.note}</p>`}
      ${
        item.speech.length > 0 &&
        html`<ul>
          ${item.speech.map(({ words }) => html`<li>${words}</li>`)}
        </ul>`
      }
      ${item.essentials.map(
        ([heading, text]) =>
          html`<h3>${heading}</h3>
            <p>${text}</p>`,
      )}
      ${item.texts.map(({ heading, title }) => html`<p>${heading}, ${title}</p>`)}
    </details>
  </section>`
