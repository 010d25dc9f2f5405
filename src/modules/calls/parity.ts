export const parities = ["none", "half", "pair", "least"] as const
export type Parity = (typeof parities)[number]

/** The gender of the words for somebody, which is what the file knows; `n` counts on neither side. */
type Form = "m" | "f" | "n"

type Asked = { seats: number; parity: Parity; least: number | null }

/** Why the seats cannot all be filled as the call asks: by too few, or by too few women or men. */
export type Shortage = { is: "too_few" | "parity"; have: number; seats: number; women: number; men: number }

/** Null: there is somebody for each seat, and among them those that the parity needs. */
export const shortageOf = ({ seats, parity, least }: Asked, forms: readonly Form[]): Shortage | null => {
  const count = (form: Form) => forms.filter((one) => one === form).length
  const [women, men, others] = [count("f"), count("m"), count("n")]
  const short = (is: Shortage["is"]): Shortage => ({ is, have: forms.length, seats, women, men })
  if (forms.length < seats) return short("too_few")
  const possible = {
    none: true,
    // As many women as men, or one apart where the seats are an odd number.
    half: 2 * Math.min(women, men) + (women === men ? 0 : 1) + others >= seats,
    pair: Math.min(women, men) >= seats / 2,
    least: Math.min(women, men) >= (least ?? 0),
  }[parity]
  return possible ? null : short("parity")
}

/** Whether this rule can be asked of so many seats. */
export const fitsSeats = ({ seats, parity, least }: Asked): boolean =>
  parity === "pair" ? seats % 2 === 0 : parity === "least" ? 2 * (least ?? 0) <= seats : true
