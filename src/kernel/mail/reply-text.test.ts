import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { textOfHtml } from "./html-text.ts"
import { withoutQuote } from "./reply-text.ts"

const quoted = (...lines: string[]) => withoutQuote(lines.join("\n"))

describe("an answer without its quote", () => {
  it("stops where a French mail program says who wrote, even over two lines and with no-break spaces", () => {
    assert.equal(
      quoted(
        "Oui, j’y serai.",
        "",
        "Le ven. 20 mars 2026 à 08:15, Section de Lisle <a@b.example> a écrit :",
        "> Bonjour",
      ),
      "Oui, j’y serai.",
    )
    assert.equal(
      quoted(
        "Oui.",
        "",
        "Le lundi 3 mars 2026 à 14:00,",
        "Section de Lisle <a@b.example> a écrit\u00a0:",
        "",
        "Bonjour Amina,",
        "tout ceci",
      ),
      "Oui.",
    )
  })

  it("keeps what a person wrote right above it", () => {
    assert.equal(quoted("Je viens à 20 h", "Le 3 mars 2026, Amina <a@b.example> a écrit :", "> x"), "Je viens à 20 h")
    assert.equal(
      quoted("Le 5 mars je ne peux pas", "Le 3 mars 2026, Amina a écrit :", "> x"),
      "Le 5 mars je ne peux pas",
    )
    assert.equal(
      quoted("Le maire a écrit : rien. Voilà tout.", "", "Amina"),
      "Le maire a écrit : rien. Voilà tout.\n\nAmina",
    )
  })

  it("keeps answers written between and under the quoted lines", () => {
    assert.equal(
      quoted("On 3 March 2026, Amina wrote:", "> Qui vient ?", "Moi.", "> Qui préside ?", "Dario."),
      "Moi.\nDario.",
    )
  })

  it("stops at the headers Outlook copies, in our languages", () => {
    const copies = [
      [
        "De : Section de Lisle <a@b.example>",
        "Envoyé : vendredi 20 mars 2026 08:15",
        "À : Amina",
        "Objet : Convocation",
      ],
      [
        "________________________________",
        "Van: Section <a@b.example>",
        "Verzonden: vrijdag 20 maart 2026",
        "Aan: Amina",
        "Onderwerp: Uitnodiging",
      ],
      ["-----Message d'origine-----", "De : x"],
      ["*From:* Section", "*Sent:* Friday", "*To:* Amina"],
    ]
    for (const copy of copies) assert.equal(quoted("Excusée.", "", ...copy, "", "Bonjour"), "Excusée.")
  })

  it("does not take a line that begins with De for a copy", () => {
    const own = "De : notre part, merci.\nÀ bientôt"
    assert.equal(withoutQuote(own), own)
  })

  it("leaves out the signature, the telephone's too", () => {
    assert.equal(
      quoted("D’accord.", "", "Envoyé de mon iPhone", "", "Le 3 mars 2026 à 14:00, X <a@b.example> a écrit :", "> y"),
      "D’accord.",
    )
    assert.equal(quoted("D’accord.", "-- ", "Amina Zérhouni", "Conseillère"), "D’accord.")
    assert.equal(quoted("Top", "", "Verzonden vanaf mijn Galaxy"), "Top")
  })

  it("is empty when nothing was written", () => {
    assert.equal(quoted("Le 3 mars 2026 à 14:00, X <a@b.example> a écrit :", "> y"), "")
    assert.equal(withoutQuote(""), "")
  })

  it("takes no time on a hostile text", () => {
    const started = performance.now()
    withoutQuote(`On ${"a ".repeat(200)}\n`.repeat(2000))
    withoutQuote(`Le 3 mars 2026 ${"<".repeat(100_000)}`)
    withoutQuote("Le 3 mars 2026 à 14 h\n".repeat(20_000))
    textOfHtml(`${"<div ".repeat(50_000)}${"<style>".repeat(5_000)}${"<!--".repeat(20_000)}`)
    assert.ok(performance.now() - started < 3000)
  })
})

describe("the words of an HTML letter", () => {
  it("are read without markup and without the quote", () => {
    const html = `<html><head><style>p{}</style><title>x</title></head><body><p>Oui,&nbsp;j&#8217;y serai &amp; Dario</p><ul><li>un</li></ul><br><div class="gmail_quote"><div>Le 3 mars</div></div></body></html>`
    assert.equal(textOfHtml(html), "Oui,\u00a0j’y serai & Dario\n\n- un")
  })
})
