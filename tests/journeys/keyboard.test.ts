import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { setTimeout as pause } from "node:timers/promises"
import type { Locator, Page } from "playwright-core"
import { type App, isFitForAll, settled, startApp, step } from "./app.ts"
import { found, give, letterTo } from "./people.ts"

// Dario holds no mouse. From here on nothing is clicked and nothing is filled in by the back door: keys only.
let app: App
let page: Page
let meetingId: string

before(async () => {
  app = await startApp()
  const amina = await app.visit()
  const bodyId = await found(app, amina, {
    organisation: "Les Rives",
    body: { name: "Locale de Lisle", code: "LIS", profile: "be-wallonia-chapter" },
    person: { given_name: "Dario", family_name: "Lemmens", form: "m", email: "dario@lisle.example" },
  })
  for (const given_name of ["Karim", "Noor"])
    await give(amina, "people.add", {
      bodyId,
      given_name,
      family_name: "Aït-Saïd",
      email: `${given_name.toLowerCase()}@lisle.example`,
      membership: { ring: "member", since: "2024-01-01" },
    })
  const soon = Temporal.Now.zonedDateTimeISO("Europe/Brussels").add({ minutes: 75 })
  ;({ meetingId } = await give(amina, "meetings.prepare", {
    bodyId,
    day: soon.toPlainDate().toString(),
    at: soon.toPlainTime().toString({ smallestUnit: "minute" }),
    place: "Rue Basse 1",
    title: "Bureau de rentrée",
  }))
  await give(amina, "agenda.add", { meetingId, title: "Le budget", purpose: "discuss" })
  await give(amina, "agenda.add", {
    meetingId,
    title: "La salle des Tanneurs",
    purpose: "decide",
    proposedDecision: "La salle des Tanneurs est louée pour un an.",
  })
  page = await app.visit()
})
after(() => app?.stop())

describe("a secretary without a mouse", () => {
  it("signs in", async () => {
    await step(page, "sign in", async () => {
      await page.goto("/entrer")
      await isFitForAll(page)
      await write(page.getByLabel("Adresse de courriel"), "dario@lisle.example")
      await page.keyboard.press("Enter")
      await page.getByRole("heading", { name: /courriel|boîte/i }).waitFor()
      await isFitForAll(page)
      const { text } = await letterTo(app, "dario@lisle.example", /cle=/)
      await page.goto(`/entrer/lien?cle=${/cle=([\w-]+)/.exec(text ?? "")![1]}`)
      await press(page.getByRole("button", { name: "Entrer", exact: true }))
      await page.getByRole("heading", { name: /Dario/ }).waitFor()
      await isFitForAll(page)
    })
  })

  it("passes over the rail with the first key, and goes to the meeting by Ctrl-K", async () => {
    await step(page, "skip", async () => {
      await page.reload()
      await settled(page)
      await page.keyboard.press("Tab")
      assert.equal(await page.locator(":focus").innerText(), "Aller au contenu")
      await page.keyboard.press("Enter")
      await find("bureau de rentree", /Bureau de rentrée/)
      await page.getByRole("heading", { level: 1, name: "Bureau de rentrée" }).waitFor()
      await beginsAtTheTitle()
      await isFitForAll(page)
    })
  })

  it("is heard when Ctrl-K comes before the page is drawn, with the letters that follow", async () => {
    await step(page, "early", async () => {
      await page.goto("/", { waitUntil: "domcontentloaded" })
      await page.keyboard.press("Control+k")
      await page.keyboard.type("bureau")
      await page.getByRole("dialog").getByRole("combobox").waitFor()
      assert.equal(await page.getByRole("dialog").getByRole("combobox").inputValue(), "bureau")
      await page.getByRole("option", { name: /Bureau de rentrée/ }).waitFor()
      await page.keyboard.press("Escape")
      await page.getByRole("dialog").waitFor({ state: "hidden" })
    })
  })

  it("orders the agenda with Alt and the arrows", async () => {
    await step(page, "order", async () => {
      await page.goto(`/reunions/${meetingId}/preparer`)
      await settled(page)
      await reach(page.getByRole("link", { name: "La salle des Tanneurs" }))
      await page.keyboard.press("Alt+ArrowUp")
      await page.getByText("La salle des Tanneurs : place 1 sur 2").waitFor({ state: "attached" })
      const saved = page.locator("#ordre-du-jour li").first().getByText("La salle des Tanneurs")
      await saved.waitFor()
      await page.reload()
      await saved.waitFor()
      await isFitForAll(page)
    })
  })

  it("convenes", async () => {
    await step(page, "convene", async () => {
      await press(page.getByRole("link", { name: "Passer à la convocation" }))
      await page.getByRole("button", { name: "Convoquer 3 personnes" }).waitFor()
      await beginsAtTheTitle()
      await isFitForAll(page)
      await press(page.getByRole("button", { name: "Convoquer 3 personnes" }))
      await page.getByText("Présents annoncés").waitFor()
      await isFitForAll(page)
    })
  })

  it("opens the meeting and notes who comes", async () => {
    await step(page, "open", async () => {
      await press(page.getByRole("link", { name: "Tenir", exact: true }))
      await page.getByRole("button", { name: "Ouvrir la réunion" }).waitFor()
      for (const [label, name] of [
        [/^Présidence de séance/, "Karim"],
        [/^Secrétaire de séance/, "Dario"],
      ] as const) {
        const field = page.getByRole("combobox", { name: label })
        if ((await field.count()) === 0) continue
        await write(field, name)
        await page.getByRole("option", { name: new RegExp(name) }).waitFor()
        await page.keyboard.press("Enter")
      }
      await isFitForAll(page)
      await press(page.getByRole("button", { name: "Ouvrir la réunion" }))
      await press(page.getByRole("button", { name: /^Présences/ }))
      for (const name of ["Lemmens", "Karim"]) {
        const row = page.getByRole("listitem").filter({ hasText: name })
        await press(row.getByRole("button", { name: "Arrive" }))
        await row.getByRole("button", { name: "Part" }).waitFor()
      }
      await isFitForAll(page)
    })
  })

  it("takes a decision by show of hands", async () => {
    await step(page, "decide", async () => {
      await press(page.getByRole("button", { name: "Tous les points" }))
      await press(page.getByRole("button", { name: "La salle des Tanneurs" }))
      await press(page.getByRole("button", { name: /^Ouvrir le point/ }))
      await page.getByText("en cours", { exact: true }).first().waitFor()
      await show(page, "À main levée")
      await write(page.getByLabel("Pour", { exact: true }), "2")
      await write(page.getByLabel("Contre", { exact: true }), "0")
      await write(page.getByLabel(/^Abstention/), "0")
      await isFitForAll(page)
      await press(page.getByRole("button", { name: "Prendre la décision" }))
      await page.getByText(/^Décision \d{4}-0*1$/).waitFor()
      await isFitForAll(page)
    })
  })

  it("finds the decision again by Ctrl-K", async () => {
    await step(page, "find", async () => {
      await find("tanneurs louee", /louée pour un an|Tanneurs/)
      await page.getByText("La salle des Tanneurs est louée pour un an.").first().waitFor()
      await settled(page)
      await isFitForAll(page)
    })
  })
})

/** A new page is said by its title, not from the link that led to it, which is gone. */
const beginsAtTheTitle = () => page.locator("h1:focus").waitFor()

/** Tab after Tab until the focus is there, and can be seen to be. */
const reach = async (target: Locator): Promise<void> => {
  await target.first().waitFor()
  const focused = target.and(page.locator(":focus"))
  for (let presses = 0; presses < 200; presses++) {
    if (await focused.count()) return assert.ok(await isShown(page), `the focus on ${String(target)} cannot be seen`)
    await page.keyboard.press("Tab")
  }
  assert.fail(`no Tab leads to ${String(target)}`)
}
const press = async (target: Locator) => {
  await reach(target)
  await page.keyboard.press("Enter")
}
const write = async (field: Locator, words: string) => {
  await reach(field)
  await page.keyboard.press("Control+a")
  await page.keyboard.type(words)
}

/** A choice among radios or in a list, made with the arrows. */
const show = async (where: Page, name: string) => {
  const radios = where.getByRole("radio", { name })
  if (await radios.count()) {
    const group = await radios.first().getAttribute("name")
    await reachGroup(where, group!)
    for (let tries = 0; tries < 8 && !(await radios.first().isChecked()); tries++)
      await where.keyboard.press("ArrowDown")
    return assert.ok(await radios.first().isChecked())
  }
  const list = where.getByRole("combobox").filter({ hasText: name })
  await reach(list)
  await where.keyboard.type(name)
  assert.match(await list.locator("option:checked").innerText(), new RegExp(name))
}
const reachGroup = async (where: Page, group: string) => {
  for (let presses = 0; presses < 200; presses++) {
    if (
      (await where
        .locator(":focus")
        .getAttribute("name")
        .catch(() => null)) === group
    )
      return
    await where.keyboard.press("Tab")
  }
  assert.fail(`no Tab leads to the choice ${group}`)
}

const find = async (words: string, result: RegExp) => {
  await page.keyboard.press("Control+k")
  await page.getByRole("dialog").getByRole("combobox").waitFor()
  await page.keyboard.type(words)
  const option = page.getByRole("option", { name: result }).first()
  await option.waitFor()
  for (let presses = 0; (await option.getAttribute("aria-selected")) !== "true"; presses++) {
    assert.ok(presses < 15)
    await page.keyboard.press("ArrowDown")
  }
  await pause(300)
  await page.keyboard.press("Enter")
  await page.getByRole("dialog").waitFor({ state: "hidden" })
}

/** An outline, or a shadow that stands for one. */
const isShown = (where: Page): Promise<boolean> =>
  where.evaluate<boolean>(`(() => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement)
    return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none"
  })()`)
