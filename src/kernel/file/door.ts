import type { Circumstances } from "../rule.ts"

declare module "../equipment.ts" {
  interface Equipment {
    /** Who else decides on files, gathered from the modules at start. */
    doors: readonly Door[]
  }
}

/**
 * A module that hangs papers on its things says who may open them: true or false for a file that hangs there, undefined for one
 * that does not. One door that opens is enough; a file that no door knows is its body's.
 */
export type Door = (fileId: string, given: Circumstances) => Promise<boolean | undefined>
