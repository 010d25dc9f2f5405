import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { mustSee } from "../../mandates/contract.ts"
import { stillPrepared } from "../designation.ts"
import { peopleListed } from "../events.ts"
import { findDesignationToChange, prepares } from "../seen.ts"
import { eachOnce, peopleSaid } from "./said.ts"
import { peopleOf, writePeople } from "./store.ts"

/** Says who is put forward, in order, for which seat and by which component. What is against it is told, and waits for a reason. */
export const setList = command({
  name: "designations.setList",
  input: z.object({ designationId: z.uuid(), people: peopleSaid }),
  find: ({ designationId }, given) => findDesignationToChange(designationId, given),
  allow: prepares,
  async run({ input, subject: designation, ...given }) {
    const { id, body_id: bodyId } = stillPrepared(designation)
    const people = eachOnce(input.people)
    const known = (await peopleOf(id, given)).map(({ person_id }) => person_id)
    await mustSee(
      people.map(({ personId }) => personId),
      given,
      { known },
    )
    await writePeople(id, people, given)
    return peopleListed({ designationId: id, bodyId, people: people.length })
  },
})
