import assert from "node:assert/strict"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, it } from "node:test"
import { type Layout, layOut } from "./layout.ts"
import { DARK, PALETTE } from "./palette.ts"

const tokens = join(import.meta.dirname, "../../shell/tokens.css")

const layout: Layout = {
  lang: "fr",
  sender: "Section de Lisle",
  preview: "Vendredi 20 mars à 19 h",
  parts: [
    { kind: "heading", text: "Assemblée générale" },
    { kind: "paragraph", text: "Bonjour Amina,\nvous êtes invitée." },
    { kind: "facts", facts: [{ label: "Date", value: "vendredi 20 mars 2026" }] },
    { kind: "subheading", text: "Ordre du jour" },
    { kind: "list", numbered: true, items: ["Rapport", "Comptes"] },
    { kind: "buttons", buttons: [{ label: "Je viens", href: "https://lisle.example/a?b=1&c=2" }] },
    { kind: "note", text: "Votre réponse peut changer." },
  ],
  footer: {
    text: "Vous êtes membre de la section.",
    links: [{ label: "Ne plus recevoir", href: "https://lisle.example/stop" }],
  },
}

describe("a letter's layout", () => {
  it("says the same in plain text", () => {
    assert.equal(
      layOut(layout).text,
      [
        "Section de Lisle",
        "",
        "Assemblée générale\n==================",
        "",
        "Bonjour Amina,\nvous êtes invitée.",
        "",
        "Date\u00a0: vendredi 20 mars 2026",
        "",
        "Ordre du jour\n-------------",
        "",
        "1. Rapport\n2. Comptes",
        "",
        "Je viens\u00a0:\nhttps://lisle.example/a?b=1&c=2",
        "",
        "Votre réponse peut changer.",
        "",
        "-- \nVous êtes membre de la section.\nNe plus recevoir\u00a0: https://lisle.example/stop\n",
      ].join("\n"),
    )
  })

  it("lets no value become markup, in any place", () => {
    const evil = `"><script>alert(1)</script><img src=x onerror='x'>&amp;`
    const href = `https://x.example/"onclick="x`
    const { html } = layOut({
      lang: evil,
      sender: evil,
      preview: evil,
      parts: [
        { kind: "heading", text: evil },
        { kind: "subheading", text: evil },
        { kind: "paragraph", text: evil },
        { kind: "facts", facts: [{ label: evil, value: evil }] },
        { kind: "list", items: [evil] },
        { kind: "buttons", buttons: [{ label: evil, href }] },
        { kind: "note", text: evil },
      ],
      footer: { text: evil, links: [{ label: evil, href }] },
    })
    assert.doesNotMatch(html, /<script|<img|onclick="/)
    assert.equal(html.split("&#34;&#62;&#60;script&#62;").length - 1, 14)
    assert.match(html, /&#38;amp;/)
  })

  it("refuses a link that is not one", () => {
    for (const href of ["javascript:alert(1)", "data:text/html,x", "/relative", ""]) {
      assert.throws(
        () => layOut({ ...layout, parts: [{ kind: "buttons", buttons: [{ label: "x", href }] }] }),
        /Not a link/,
      )
    }
  })

  it("has the colours of the interface", { skip: !existsSync(tokens) && "the interface is not here yet" }, () => {
    const [light = "", dark = ""] = readFileSync(tokens, "utf8").split("prefers-color-scheme")
    for (const [name, colour] of Object.entries(PALETTE))
      assert.ok(light.includes(`--${name.replace("_", "-")}: ${colour}`), name)
    for (const [name, colour] of Object.entries(DARK))
      assert.ok(dark.includes(`--${name.replace("_", "-")}: ${colour}`), name)
  })
})
