import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { html, pageWithoutScript } from "./html.ts"

describe("html", () => {
  it("escapes text in content and in attributes", () => {
    const name = `"><script>alert('1')</script>&`
    assert.equal(
      html`<a title="${name}">${name}</a>`.markup,
      `<a title="&#34;&#62;&#60;script&#62;alert(&#39;1&#39;)&#60;/script&#62;&#38;">&#34;&#62;&#60;script&#62;alert(&#39;1&#39;)&#60;/script&#62;&#38;</a>`,
    )
  })
  it("does not take an object that looks like markup from outside as a text", () =>
    assert.equal(html`${["<b>", html`<i>${"<"}</i>`]}`.markup, "&#60;b&#62;<i>&#60;</i>"))
  it("draws nothing for nothing, and zero for zero", () =>
    assert.equal(html`[${null}${false}${undefined}${0}]`.markup, "[0]"))
})

describe("a page without script", () => {
  it("carries its title, its language and its style, and no script", () => {
    const page = pageWithoutScript({ title: "Réponse <notée>", language: "fr", body: html`<p>Merci.</p>` })
    assert.match(page, /<html lang="fr">/)
    assert.match(page, /<h1>Réponse &#60;notée&#62;<\/h1>/)
    assert.match(page, /--accent:/)
    assert.doesNotMatch(page, /<script/)
  })
})
