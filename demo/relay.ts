import type { Stage } from "./stage.ts"

/** Nobody is written to in the example: its letters are noted as a relay would have taken them, within the hour. */
export const takenByTheRelay = (stage: Stage) =>
  stage.within(({ db, now }) =>
    db
      .updateTable("sendings")
      .set({
        state: "accepted",
        attempts: 1,
        next_at: null,
        sent_at: now.add({ minutes: 1 }),
        server_answer: "250 2.0.0 Ok",
      })
      .where("state", "=", "waiting")
      .where("means", "=", "email")
      .execute(),
  )
