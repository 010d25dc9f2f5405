import { useFigures } from "../../../shell/use-words.ts"

/** Cents as JSON carries them, in euros: "25 €". */
export const useEuros = () => {
  const say = useFigures()
  return (cents: string | null) =>
    cents === null ? "" : say.money(`${cents.replace(/\d{1,2}$/, "") || "0"}.${cents.slice(-2).padStart(2, "0")}`)
}

/** Euros as they are typed, in whole cents. */
export const centsOf = (euros: unknown): number => Math.round(Number(euros) * 100)
