import { module } from "../../kernel/module.ts"
import { claim, organisationFounded, signOut } from "./claim.ts"
import { readSession } from "./read-session.ts"

export const accounts = module({
  name: "accounts",
  layer: "foundation",
  at: import.meta.url,
  events: [organisationFounded],
  routes: [
    { method: "POST", path: "/api/accounts.claim", limit: 10, handle: claim },
    { method: "POST", path: "/api/accounts.signOut", handle: signOut },
    { method: "GET", path: "/api/session.read", limit: 600, handle: readSession },
  ],
})
