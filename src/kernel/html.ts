import { readFileSync } from "node:fs"
import type { Language } from "./words/words.ts"

/** Markup that is safe to send: made by `html`, which escapes everything put into it. */
export type Html = { readonly markup: string }

/** What may stand in a hole of `html`: text is escaped, lists are joined, nothing is nothing. */
export type Hole = Html | string | number | bigint | boolean | null | undefined | readonly Hole[]

/**
 * Markup with holes: html`<p>${name}</p>`. Text is escaped for content and for quoted attributes; `true`, `false`, null
 * and undefined draw nothing. There is no way to put raw text in: compose with other `html`.
 */
export const html = (parts: TemplateStringsArray, ...holes: readonly Hole[]): Html => ({
  markup: parts.map((part, at) => part + (at < holes.length ? drawn(holes[at]) : "")).join(""),
})

/**
 * A whole page without script: answers by a link in a mail, errors, sign-out. Its style is inlined, so that it stands
 * even when the database, or the built browser part, is missing.
 */
export const pageWithoutScript = ({
  title,
  language,
  body,
  head,
}: {
  title: string
  language: Language
  body: Html
  head?: Html
}): string =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Permanence</title>
        <style>
          ${style()}
        </style>
        ${head}
      </head>
      <body>
        <main class="narrow">
          <p class="brand">Permanence</p>
          <div class="head"><h1>${title}</h1></div>
          ${body}
        </main>
      </body>
    </html>`.markup

const drawn = (hole: Hole): string => {
  if (hole === null || hole === undefined || typeof hole === "boolean") return ""
  if (Array.isArray(hole)) return hole.map(drawn).join("")
  if (typeof hole === "object" && "markup" in hole) return hole.markup
  return escape(String(hole))
}

const escape = (text: string) => text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

// The screens' own files: one look, one place. Read once.
let inlined: Html | undefined
const style = (): Html => {
  inlined ??= { markup: [fonts, ...styleFiles().map(styleFile)].join("\n") }
  return inlined
}
// In the order the screens take them, said once in parts.ts: some come after what they change. The fonts are said above.
const styleFiles = (): string[] => {
  const parts = readFileSync(new URL("../shell/parts.ts", import.meta.url), "utf8")
  return ["tokens", ...Array.from(parts.matchAll(/^import "\.\/([\w-]+)\.css"$/gm), ([, name]) => name!)]
}
const fonts = [
  ["Inter Variable", "inter"],
  ["Source Serif 4 Variable", "source-serif-4"],
]
  .map(
    ([family, file]) =>
      `@font-face { font-family: "${family}"; font-weight: 200 900; font-display: swap; src: url("/assets/${file}-latin-wght-normal.woff2") format("woff2"); }`,
  )
  .join("\n")
const styleFile = (name: string) => readFileSync(new URL(`../shell/${name}.css`, import.meta.url), "utf8")
