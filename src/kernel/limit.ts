import type { Module } from "./module.ts"
import { type Actor, capabilitiesOf, isCovered, type Rule } from "./rule.ts"

declare module "./equipment.ts" {
  interface Equipment {
    /** Every name that a key may be limited to, gathered from the modules at start. */
    limits: readonly string[]
  }
}

/** What a key is held against: a command, a read, or a file with a name and a rule of its own. */
export type Named = { name: string; allow: Rule<any> }

/** Whether a key lets its person ask this at all. Whoever comes without one is not limited. */
export const isWithinLimits = ({ name, allow }: Named, { only }: Actor): boolean =>
  !only || only.includes(name) || isCovered(allow.says, only)

/**
 * Capabilities, each covering all it permits, then commands, then reads and files. A name that is both a capability and a
 * command stands once, and covers what the capability does.
 */
export const limitsOf = (modules: readonly Module[]): string[] => {
  const commands = modules.flatMap((one): Named[] => [...(one.commands ?? [])])
  const reads = modules.flatMap((one): Named[] => [...(one.reads ?? [])])
  const files = modules
    .flatMap((one) => one.routes ?? [])
    .flatMap(({ standsFor }) => (typeof standsFor === "object" ? [standsFor] : []))
  const all = [commands, reads, files]
  const capabilities = all.flat().flatMap(({ allow }) => capabilitiesOf(allow.says))
  const names = all.flatMap((some) => some.map(({ name }) => name).toSorted())
  return [...new Set([...capabilities.toSorted(), ...names])]
}
