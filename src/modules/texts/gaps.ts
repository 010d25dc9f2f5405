import { toPlain } from "../../kernel/rich-text/plain.ts"
import type { RichText } from "../../kernel/rich-text/schema.ts"

// "Considérant que … ;": three dots with nothing before them are what a model leaves to fill in; "etc…" is somebody's own.
const gap = /(?<![^\s\u00a0\u202f«“(])…/gu

/** How many places of its model a text has still to fill in. */
export const gapsIn = (doc: RichText | null): number => (doc ? (toPlain(doc).match(gap)?.length ?? 0) : 0)
