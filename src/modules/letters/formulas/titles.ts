/** How much a closing bows. */
export type Rank = "high" | "office" | "craft" | "plain"

export type Title = {
  /** What a role begins with, without accents or case, in both forms: « prefet », « prefete ». */
  roles: readonly string[]
  m: string
  f: string
  rank: Rank
}

const office = (roles: readonly string[], m: string, f: string, rank: Rank = "office"): Title => ({
  roles,
  m: `Monsieur ${m}`,
  f: `Madame ${f}`,
  rank,
})

/**
 * How those who hold a function are addressed, by common French and Belgian usage; the first whose role fits counts, so that what
 * is said more exactly stands before. A body writes its own before these.
 */
export const titles: readonly Title[] = [
  office(["vice-president", "vice-presidente"], "le Vice-Président", "la Vice-Présidente"),
  office(["premier ministre", "premiere ministre"], "le Premier ministre", "la Première ministre", "high"),
  office(["ministre-president", "ministre-presidente"], "le Ministre-Président", "la Ministre-Présidente", "high"),
  office(["vice-premier ministre", "vice-premiere ministre", "ministre"], "le Ministre", "la Ministre", "high"),
  office(["secretaire d'etat"], "le Secrétaire d’État", "la Secrétaire d’État", "high"),
  office(["sous-prefet", "sous-prefete"], "le Sous-Préfet", "la Sous-Préfète", "high"),
  office(["prefet", "prefete"], "le Préfet", "la Préfète", "high"),
  office(["gouverneur", "gouverneure"], "le Gouverneur", "la Gouverneure", "high"),
  office(["ambassadeur", "ambassadrice"], "l’Ambassadeur", "l’Ambassadrice", "high"),
  office(["president", "presidente"], "le Président", "la Présidente", "high"),
  office(["senateur", "senatrice"], "le Sénateur", "la Sénatrice", "high"),
  office(["depute provincial", "deputee provinciale"], "le Député provincial", "la Députée provinciale"),
  office(["depute", "deputee"], "le Député", "la Députée", "high"),
  office(["procureur", "procureure"], "le Procureur", "la Procureure", "high"),
  office(["commissaire d'arrondissement"], "le Commissaire d’arrondissement", "la Commissaire d’arrondissement"),
  office(["bourgmestre"], "le Bourgmestre", "la Bourgmestre"),
  office(["echevin", "echevine"], "l’Échevin", "l’Échevine"),
  office(
    ["adjoint au maire", "adjointe au maire", "maire adjoint", "maire adjointe"],
    "l’Adjoint au maire",
    "l’Adjointe au maire",
  ),
  office(["maire"], "le Maire", "la Maire"),
  office(["conseiller regional", "conseillere regionale"], "le Conseiller régional", "la Conseillère régionale"),
  office(
    ["conseiller departemental", "conseillere departementale"],
    "le Conseiller départemental",
    "la Conseillère départementale",
  ),
  office(["conseiller communal", "conseillere communale"], "le Conseiller communal", "la Conseillère communale"),
  office(["conseiller municipal", "conseillere municipale"], "le Conseiller municipal", "la Conseillère municipale"),
  office(["directeur general", "directrice generale"], "le Directeur général", "la Directrice générale"),
  office(["directeur", "directrice"], "le Directeur", "la Directrice"),
  office(["secretaire general", "secretaire generale"], "le Secrétaire général", "la Secrétaire générale"),
  office(["recteur", "rectrice"], "le Recteur", "la Rectrice"),
  office(["proviseur", "proviseure"], "le Proviseur", "la Proviseure"),
  office(["professeur", "professeure"], "le Professeur", "la Professeure"),
  office(["redacteur en chef", "redactrice en chef"], "le Rédacteur en chef", "la Rédactrice en chef"),
  office(["commissaire"], "le Commissaire", "la Commissaire"),
  office(["inspecteur", "inspectrice"], "l’Inspecteur", "l’Inspectrice"),
  // One word for all: the form of the person changes nothing.
  {
    roles: ["avocat", "avocate", "notaire", "huissier", "huissiere", "batonnier", "batonniere"],
    m: "Maître",
    f: "Maître",
    rank: "craft",
  },
  { roles: ["docteur", "docteure", "medecin"], m: "Docteur", f: "Docteur", rank: "craft" },
]

/** How one begins when nothing more is known. */
export const plain = { m: "Monsieur", f: "Madame", n: "Madame, Monsieur" } as const

/** The closings by rank; `{titre}` is the title of the salutation, word for word. French and Belgian usage differ by little. */
export const closings: Record<"FR" | "BE", Record<Rank, string>> = {
  FR: {
    high: "Je vous prie d’agréer, {titre}, l’expression de ma haute considération.",
    office: "Je vous prie d’agréer, {titre}, l’expression de ma considération distinguée.",
    craft: "Je vous prie d’agréer, {titre}, l’expression de mes sentiments distingués.",
    plain: "Je vous prie d’agréer, {titre}, mes salutations distinguées.",
  },
  BE: {
    high: "Je vous prie d’agréer, {titre}, l’assurance de ma haute considération.",
    office: "Je vous prie d’agréer, {titre}, l’expression de ma considération distinguée.",
    craft: "Je vous prie de croire, {titre}, à l’expression de mes sentiments distingués.",
    plain: "Je vous prie d’agréer, {titre}, mes salutations distinguées.",
  },
}
