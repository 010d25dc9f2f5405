import { z } from "zod"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { say } from "../../../words.ts"
import { findBody } from "../../bodies/contract.ts"
import { houseLanguage } from "../letters/house.ts"
import { managesWelcome } from "../permissions.ts"
import { hoursToAnswer } from "../rules.ts"
import { stepsOf } from "../steps/defaults.ts"
import { setSteps } from "../steps/set.ts"
import { pageLink } from "./links.ts"
import { findPage, setPage } from "./set.ts"

/** What a body has settled for its welcome: the page with its words, or those we propose, and the steps. */
export const readPage = read({
  name: "welcome.readPage",
  input: z.object({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: managesWelcome,
  async run({ subject: body, input: _, ...given }) {
    const page = await findPage(body.id, given.db)
    const language = await houseLanguage(given.db)
    const hours = await hoursToAnswer(body.id, given)
    const slug = page?.slug ?? proposedSlug(body.name)
    return {
      page: {
        slug,
        offer: page?.offer ?? say(language, "welcome.page.offer.usual", { body: body.name, hours }),
        data_words: page?.data_words ?? say(language, "welcome.page.data.usual", { body: body.name }),
        open: page?.opened_at !== null && page !== undefined,
        written: page !== undefined,
      },
      address: pageLink(given.origin, slug),
      hours,
      ...(await stepsOf(body, language, given.db)),
      may: await may(body, [setPage, setSteps], given),
    }
  },
})

/** "Locale de Valmont" is found at /accueil/locale-de-valmont, until somebody writes it shorter. */
const proposedSlug = (name: string): string =>
  name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, "")
    .padEnd(3, "0")
