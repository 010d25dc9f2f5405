/**
 * The organisation's colour, made readable: the same hue, darkened on paper and lightened on the dark theme until
 * text in it, and text on it, has a contrast of at least 4.5. Returns the style of the root, "" for our own green.
 */
export const accentStyle = (accent: string | null | undefined): string => {
  const rgb = parse(accent)
  if (!rgb) return ""
  const light = towards(rgb, BLACK, PAPER)
  const dark = towards(rgb, WHITE, NIGHT)
  const pair = (a: Rgb, b: Rgb) => `light-dark(${css(a)}, ${css(b)})`
  return [
    `--accent: ${pair(light, dark)}`,
    `--accent-ink: ${pair(WHITE, NIGHT)}`,
    `--accent-tint: ${pair(tint(light, PAPER), tint(dark, NIGHT))}`,
  ].join("; ")
}

/** WCAG contrast of two colours, 1 to 21. */
export const contrast = (a: Rgb, b: Rgb): number => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

export type Rgb = readonly [number, number, number]

const BLACK: Rgb = [0, 0, 0]
const WHITE: Rgb = [255, 255, 255]
// --tint of each theme, the least favourable ground text in the accent stands on.
const PAPER: Rgb = [243, 239, 231]
const NIGHT: Rgb = [36, 39, 42]

export const parse = (colour: string | null | undefined): Rgb | undefined => {
  const digits = /^#([0-9a-f]{6})$/i.exec(colour ?? "")?.[1]
  if (!digits) return undefined
  return [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16)) as unknown as Rgb
}

// Text in the accent stands on the ground, and on its own tint, which is a little nearer to it.
const towards = (colour: Rgb, end: Rgb, ground: Rgb): Rgb => {
  for (let share = 0; share <= 1; share += 0.02) {
    const candidate = mix(colour, end, share)
    if (Math.min(contrast(candidate, ground), contrast(candidate, tint(candidate, ground))) >= 4.6) return candidate
  }
  return end
}

const tint = (colour: Rgb, ground: Rgb) => mix(colour, ground, 0.89)
const mix = (a: Rgb, b: Rgb, share: number): Rgb =>
  a.map((part, at) => Math.round(part + ((b[at] ?? 0) - part) * share)) as unknown as Rgb
const css = (colour: Rgb) => `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`
const luminance = (colour: Rgb) => {
  const [r, g, b] = colour.map((part) => (part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
