import { lazy } from "react"
import { lazyPage as at } from "../../../shell/lazy-page.ts"
import type { ModulePages } from "../../../shell/modules.ts"

export const { pages, find, beside }: ModulePages = {
  pages: [
    {
      path: "/courrier",
      component: at(() => import("./list-page.tsx"), "ListPage"),
      chapter: { of: "/seances", words: "letters.place", order: 2 },
    },
    { path: "/courrier/nouveau", component: at(() => import("./new-page.tsx"), "NewPage") },
    { path: "/courrier/arrivees/nouvelle", component: at(() => import("./incoming-new-page.tsx"), "IncomingNewPage") },
    { path: "/courrier/arrivees/$incomingId", component: at(() => import("./incoming-page.tsx"), "IncomingPage") },
    {
      path: "/courrier/arrivees/$incomingId/modifier",
      component: at(() => import("./incoming-change-page.tsx"), "IncomingChangePage"),
    },
    { path: "/courrier/a-imprimer", component: at(() => import("./print-page.tsx"), "PrintPage") },
    { path: "/courrier/lettres/$textId/adresse", component: at(() => import("./address-page.tsx"), "AddressPage") },
    { path: "/courrier/lettres/$textId/plusieurs", component: at(() => import("./mailing-page.tsx"), "MailingPage") },
    {
      path: "/secretariat/papier-a-lettres",
      component: at(() => import("./letterhead-page.tsx"), "LetterheadPage"),
      setting: { words: "letters.letterhead", lead: "letters.letterhead.lead", order: 4 },
    },
  ],
  find: [
    { words: "letters.new", to: "/courrier/nouveau" },
    { words: "incoming.new", to: "/courrier/arrivees/nouvelle" },
  ],
  beside: {
    text: lazy(async () => ({ default: (await import("./for-text.tsx")).ForText })),
    account: lazy(async () => ({ default: (await import("./own-signature.tsx")).OwnSignature })),
  },
}
