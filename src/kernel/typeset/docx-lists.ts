import { AlignmentType, type INumberingOptions, LevelFormat } from "docx"

export type Numbering = {
  config: INumberingOptions["config"][number][]
  /** What a paragraph says to be an item of a new list, `depth` levels in. */
  list(ordered: boolean, start: number, depth: number): { reference: string; level: number }
}

// Word counts on through all paragraphs of one reference: each list needs its own to begin at its own number.
export function numbering(): Numbering {
  const config: Numbering["config"] = []
  return {
    config,
    list(ordered, start, depth) {
      const reference = `list-${config.length + 1}`
      const level = Math.min(depth, 8)
      const levels = Array.from({ length: level + 1 }, (_, index) => ({
        level: index,
        format: ordered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
        text: ordered ? `%${index + 1}.` : "–",
        start,
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: 480 * (index + 1), hanging: 320 } } },
      }))
      config.push({ reference, levels })
      return { reference, level }
    },
  }
}
