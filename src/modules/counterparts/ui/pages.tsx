import { lazy } from "react"
import type { ModulePages } from "../../../shell/modules.ts"

export const { pages, find }: ModulePages = {
  pages: [
    {
      path: "/interlocuteurs",
      component: lazy(async () => ({ default: (await import("./list-page.tsx")).ListPage })),
      // Beside the people, of whom they are the outside; the place keeps the ninth and last for the secretariat.
      chapter: { of: "/personnes", words: "counterparts.place", order: 5 },
    },
    {
      path: "/interlocuteurs/nouveau",
      component: lazy(async () => ({ default: (await import("./edit-pages.tsx")).NewPage })),
    },
    {
      path: "/interlocuteurs/echange",
      component: lazy(async () => ({ default: (await import("./exchange-form.tsx")).NewExchangePage })),
    },
    {
      path: "/interlocuteurs/echanges",
      component: lazy(async () => ({ default: (await import("./exchanges-page.tsx")).ExchangesPage })),
    },
    {
      path: "/interlocuteurs/demandes",
      component: lazy(async () => ({ default: (await import("./exchanges-page.tsx")).RequestsPage })),
    },
    {
      path: "/interlocuteurs/courriels",
      component: lazy(async () => ({ default: (await import("./mails-page.tsx")).MailsPage })),
    },
    {
      path: "/interlocuteurs/presse",
      component: lazy(async () => ({ default: (await import("./press-page.tsx")).PressPage })),
    },
    {
      path: "/interlocuteurs/echanges/$exchangeId",
      component: lazy(async () => ({ default: (await import("./exchange-page.tsx")).ExchangePage })),
    },
    {
      path: "/interlocuteurs/echanges/$exchangeId/modifier",
      component: lazy(async () => ({ default: (await import("./exchange-form.tsx")).CorrectPage })),
    },
    {
      path: "/interlocuteurs/$counterpartId",
      component: lazy(async () => ({ default: (await import("./counterpart-page.tsx")).CounterpartPage })),
    },
    {
      path: "/interlocuteurs/$counterpartId/modifier",
      component: lazy(async () => ({ default: (await import("./edit-pages.tsx")).ChangePage })),
    },
  ],
  find: [
    { words: "exchanges.log", to: "/interlocuteurs/echange" },
    { words: "counterparts.new", to: "/interlocuteurs/nouveau" },
    { words: "exchanges.requests", to: "/interlocuteurs/demandes" },
    { words: "counterparts.press", to: "/interlocuteurs/presse" },
  ],
}
