import type { Cast, Someone } from "../story.ts"

const elected = (
  given_name: string,
  family_name: string,
  form: "m" | "f" | "n",
  sensibility: string,
  ...functions: string[]
): Someone => ({
  given_name,
  family_name,
  form,
  sensibility,
  functions: ["councillor", ...functions],
})
const staff = (given_name: string, family_name: string, form: "m" | "f" | "n", ...functions: string[]): Someone => ({
  given_name,
  family_name,
  form,
  functions,
})

/** The four lists whose elected sit together. */
export const sensibilities = ["Les Rives", "Terres vives", "Gauche des Deux-Rives", "Sans étiquette"]
const [rives, terres, gauche, none] = sensibilities as [string, string, string, string]

/** Twelve elected from four sensibilities, and the five who work for them. */
export const groupCast: Cast = {
  mathilde: elected("Mathilde", "Kerouanton", "f", rives, "president"),
  alban: elected("Alban", "Lemoine-Castelnau", "m", rives),
  rokhaya: elected("Rokhaya", "Diop", "f", rives),
  etienne: elected("Étienne", "Guilloux", "m", rives),
  nawel: elected("Nawel", "Hamdi", "f", terres, "vice-president"),
  yann: elected("Yann", "Le Bihan", "m", terres),
  solene: elected("Solène", "Rivoal", "f", terres),
  gilles: elected("Gilles", "Pasquier", "m", gauche),
  carmen: elected("Carmen", "Esteban-Ruiz", "f", gauche),
  hakim: elected("Hakim", "Belhadj", "m", gauche),
  brigitte: elected("Brigitte", "Fauchard", "f", none),
  marc: elected("Marc-Antoine", "Desroches", "m", none),
  ines: staff("Inès", "Vandermeer", "f", "general-secretary"),
  lucas: staff("Lucas", "Perrot", "m", "staff"),
  aminata: staff("Aminata", "Traoré-Lefort", "f", "staff"),
  juliette: staff("Juliette", "Cormier", "f", "press-officer"),
  tom: staff("Tom", "Nguyen", "m", "staff"),
}
