import { z } from "zod"
import { perform } from "../../../kernel/command.ts"
import { type Html, html, pageWithoutScript } from "../../../kernel/html.ts"
import { saidOn } from "../../../kernel/counting/said-on.ts"
import { explain } from "../../../kernel/http/errors.ts"
import type { Reply, Request } from "../../../kernel/http/route.ts"
import { parsed } from "../../../kernel/input.ts"
import { moment } from "../../../kernel/words/dates.ts"
import { type Language, languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { castVote } from "../cast.ts"
import { choiceFor, choiceInput } from "../choice.ts"
import { hashOfCode } from "./code.ts"
import { codeKept, entered, keepsCode, pageOf } from "./code-kept.ts"
import { findLink, type Hand, type Link, type Vote } from "./find-link.ts"
import { inWords, paper } from "./paper.ts"

const choice = z.object(choiceInput)

type Say = (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => string

/** Where a printed code is typed. */
export const enterCode = async (request: Request): Promise<Reply> => {
  const language = languageOf(String(request.headers["accept-language"] ?? ""))
  const typed = request.body?.["code"]
  if (typeof typed !== "string") return codeForm(language)
  if (!hashOfCode(typed)) return codeForm(language, say(language, "votes.link.not_a_code"), 422, typed)
  return refusable(
    async () => {
      const link = await findLink(typed, request)
      return link
        ? entered(link.id, typed, request)
        : codeForm(language, say(language, "votes.link.unknown.lead"), 404, typed)
    },
    (words, status) => codeForm(language, words, status, typed),
    language,
  )
}

/** What the link of a letter opens: on to the page of its votes. Mail programs open links by themselves, and change nothing by it. */
export const votePage = async (request: Request): Promise<Reply> => {
  const code = request.params["code"] ?? ""
  const asked = languageOf(String(request.headers["accept-language"] ?? ""))
  if (z.uuid().safeParse(code).success) return linkPage(code, request, asked)
  return refusable(
    async () => {
      const link = await findLink(code, request)
      return link ? entered(link.id, code, request) : codeForm(asked, say(asked, "votes.link.unknown.lead"), 404, code)
    },
    (words, status) => codeForm(asked, words, status),
    asked,
  )
}

/** The votes of a link whose code is kept on this device. */
const linkPage = (linkId: string, request: Request, asked: Language): Promise<Reply> =>
  refusable(
    async () => {
      if (request.body?.["leave"] === "1") return left(linkId, request)
      const code = codeKept(linkId, request)
      if (!code) return codeForm(asked, say(asked, "votes.link.open_again"), 404)
      const link = await findLink(code, request)
      if (link?.id !== linkId) return codeForm(asked, say(asked, "votes.link.unknown.lead"), 404)
      const vote = link.votes.find(({ ballot }) => ballot.id === request.body?.["ballotId"])
      const reply = vote ? await given(link, vote, request) : listed(link)
      return { ...reply, headers: { ...reply.headers, "set-cookie": keepsCode(linkId, code, request) } }
    },
    (words, status) => codeForm(asked, words, status),
    asked,
  )

/** Whoever shares the device leaves nothing on it. */
const left = (linkId: string, request: Request): Reply => ({
  status: 303,
  headers: { location: "/v", "set-cookie": keepsCode(linkId, "", request), "cache-control": "no-store" },
})

/** Two steps: what was chosen is shown once more, then it counts. */
const given = (link: Link, { ballot }: Vote, { body, db, equipment }: Request): Promise<Reply> =>
  refusable(
    async () => {
      const said = parsed(choice, saidOn(ballot, body))
      const chosen = choiceFor(ballot, said)
      if (body["sure"] !== "1") return sure(link, ballot, inWords(chosen, ballot, link.language), body)
      const forId = body["forId"] || undefined
      const input = { ballotId: ballot.id, revision: Number(body["revision"]), forId, ...said }
      await perform(castVote, input, { actor: link.actor, db, equipment })
      // Seen again by GET, so that reloading sends nothing twice.
      return { status: 303, headers: { location: pageOf(link.id) } }
    },
    (words, status) => ({ ...listed(link, words), status }),
    link.language,
  )

const refusable = async (
  work: () => Promise<Reply>,
  told: (words: string, status: number) => Reply,
  language: Language,
): Promise<Reply> => {
  try {
    return await work()
  } catch (error) {
    const { status, body } = explain(error, language)
    if (status >= 500) throw error
    return told(body.error.message, status)
  }
}

const page = (title: string, language: Language, body: Html, head?: Html): Reply => ({
  type: "text/html; charset=utf-8",
  headers: { "cache-control": "no-store", "referrer-policy": "no-referrer" },
  body: pageWithoutScript({ title, language, body, ...(head ? { head } : {}) }),
})

/** What was typed stays, to be compared with the sheet. */
const codeForm = (language: Language, fault?: string, status = 200, typed = ""): Reply => ({
  status,
  ...page(
    say(language, "votes.link.enter"),
    language,
    html`
      ${fault && html`<p class="summary" role="alert">${fault}</p>`}
      <form method="post" action="/v" class="form sheet pad">
        <div class="field">
          <label for="code">${say(language, "votes.link.code")}</label>
          <span class="hint" id="code-hint">${say(language, "votes.link.code.hint")}</span>
          <input
            class="input"
            id="code"
            name="code"
            value="${typed.slice(0, 40)}"
            maxlength="40"
            required
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            aria-describedby="code-hint"
          />
        </div>
        <div class="bar"><button class="button main">${say(language, "votes.link.open")}</button></div>
      </form>
    `,
  ),
})

// A secret vote is sealed by a script: without one its button leads nowhere.
const withoutScript = html`<noscript>
  <style>
    .by-script {
      display: none;
    }
  </style>
</noscript>`

const listed = (link: Link, fault?: string): Reply => {
  const { language, title, body_name, name, votes } = link
  const t: Say = (key, values) => say(language, key, values)
  const open = votes.filter(({ state }) => state === "open")
  const left = open.filter(({ hands }) => hands.some(({ voted }) => !voted))
  return page(
    title,
    language,
    html`
      <p class="lead">${body_name}</p>
      ${fault && html`<p class="summary" role="alert">${fault}</p>`}
      <p>${t("votes.link.for", { name })}</p>
      ${left.length === 0 && html`<p role="status"><strong>${t(open.length > 0 ? "votes.link.all_done" : "votes.link.none_open")}</strong></p>`}
      ${left.length === 0 && html`<p>${t("votes.link.next")}</p>`} ${votes.map((vote) => one(link, vote, t))}
      <p class="soft">${t("votes.link.personal")}</p>
      <form method="post" class="stack">
        <p class="soft">${t("votes.link.leave.lead")}</p>
        <div class="bar"><button class="button" name="leave" value="1">${t("votes.link.leave")}</button></div>
      </form>
    `,
    withoutScript,
  )
}

const one = ({ id: linkId, language, zone }: Link, { ballot, state, hands }: Vote, t: Say): Html => {
  const { id, title, question, manner, ends_at } = ballot
  const over = state !== "open"
  const left = hands.some(({ voted }) => !voted)
  return html`<section class="sheet pad stack">
    <h2>${title}${ballot.round > 1 && `, ${t("votes.round", { n: ballot.round })}`}</h2>
    ${question && html`<p class="lines">${question}</p>`}
    ${!over && html`<p class="soft">${ends_at ? t("votes.link.until", { moment: moment(language, ends_at, zone) }) : t("votes.link.until_closed")}</p>`}
    ${hands.map(({ forId, name, voted }) => voted && html`<p role="status"><strong>${forId ? t("votes.proxy.done", { name }) : t("votes.link.voted")}</strong></p>`)}
    ${over && html`<p>${t("votes.link.over")}</p>`} ${!over && manner === "secret" && left && secret(linkId, id, t)}
    ${!over && manner === "named" && hands.map((hand) => named(ballot, hand, language, t))}
  </section>`
}

const named = (ballot: Vote["ballot"], { forId, name, voted }: Hand, language: Language, t: Say): Html | false =>
  (!voted || ballot.changeable) &&
  html`<form method="post" class="form">
    ${forId && html`<h3>${t("votes.proxy.for", { name })}</h3>`}
    <p class="soft">${t("votes.link.named")}</p>
    <input type="hidden" name="ballotId" value="${ballot.id}" />
    <input type="hidden" name="revision" value="${ballot.revision}" />
    ${forId && html`<input type="hidden" name="forId" value="${forId}" />`} ${paper(ballot, language, forId)}
    <div class="bar">
      <button class="button main">${t(voted ? "votes.link.change" : "votes.link.continue")}</button>
    </div>
  </form>`

const secret = (linkId: string, ballotId: string, t: Say): Html => html`
  <p>${t("votes.link.secret")}</p>
  <noscript><p role="note">${t("votes.link.no_script")}</p></noscript>
  <div class="bar by-script">
    <a class="button main" href="${pageOf(linkId)}/${ballotId}">${t("votes.link.secret.go")}</a>
  </div>
`

const sure = (
  { id, language, body_name }: Link,
  { title }: Vote["ballot"],
  choice: string[],
  body: Record<string, unknown>,
): Reply => {
  const t: Say = (key, values) => say(language, key, values)
  const kept = Object.entries(body).filter(([key, value]) => key !== "sure" && typeof value === "string" && value)
  return page(
    t("votes.link.sure"),
    language,
    html`
      <p class="lead">${body_name}</p>
      <section class="sheet pad stack">
        <h2>${title}</h2>
        <ul>
          ${choice.map((line) => html`<li><strong>${line}</strong></li>`)}
        </ul>
        <form method="post" class="form">
          ${kept.map(([key, value]) => html`<input type="hidden" name="${key}" value="${value as string}" />`)}
          <div class="bar">
            <button class="button main" name="sure" value="1">${t("votes.cast")}</button>
            <a class="button" href="${pageOf(id)}">${t("votes.link.back")}</a>
          </div>
        </form>
      </section>
    `,
  )
}
