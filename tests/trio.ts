import assert from "node:assert/strict"
import { it } from "node:test"
import type { Command } from "../src/kernel/command.ts"
import type { Capability } from "../src/modules/mandates/contract.ts"
import type { World } from "./world.ts"

/**
 * The trio of each command: nobody of another organisation, the wrong mandate, the right one. `input` is made anew for each try.
 * The right mandate holds exactly `capability`, so a command that asks for more, or for something else, fails here.
 */
export const trio = (
  the: () => World,
  rows: {
    command: Command<any, any, any, any>
    capability: Capability
    input: (world: World) => unknown | Promise<unknown>
  }[],
) => {
  for (const { command, capability, input } of rows) {
    it(`${command.name} does not exist for another organisation`, async () => {
      const world = the()
      await assert.rejects(world.do(command, await input(world), world.people.oscar), { code: "not_found" })
    })
    it(`${command.name} is refused to a member without mandate`, async () => {
      const world = the()
      await assert.rejects(world.do(command, await input(world), world.people.dario), (error: { code: string }) =>
        ["not_allowed", "not_found"].includes(error.code),
      )
    })
    it(`${command.name} is done by who holds ${capability}`, async () => {
      const world = the()
      await world.do(command, await input(world), await world.holding([capability]))
    })
  }
}
