import { type Html, html, pageWithoutScript } from "../../../kernel/html.ts"
import type { Reply } from "../../../kernel/http/route.ts"
import type { Language } from "../../../kernel/words/words.ts"

/** A page without account and without script, kept by no cache: what stands on it is somebody's. */
export const bare = (
  language: Language,
  title: string,
  body: Html,
  { status = 200 }: { status?: number } = {},
): Reply => ({
  status,
  type: "text/html; charset=utf-8",
  headers: { "cache-control": "no-store", "referrer-policy": "no-referrer" },
  body: pageWithoutScript({ title, language, body }),
})

/** Free text as people typed it: a paragraph for each empty line. */
export const paragraphs = (text: string): Html[] =>
  text
    .split(/\n\s*\n/)
    .filter((part) => part.trim())
    .map((part) => html`<p class="pre">${part.trim()}</p>`)
