import type { ReadOf } from "../../../shell/api.ts"

/** One newcomer as their page reads them. */
export type It = ReadOf<"newcomers.read">
export type Mays = Partial<Record<string, boolean>>
