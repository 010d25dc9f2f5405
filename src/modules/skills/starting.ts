import type { Profile } from "../bodies/contract.ts"

type Words = { fr: string; en: string }
type Starting = readonly (readonly [Theme, Words])[]

/** The first themes of a body, in their first order. A body takes those of its list, and then owns them. */
export const startingThemes = {
  speaking: { fr: "Écrire, parler, animer", en: "Writing, speaking, facilitating" },
  mandate: { fr: "Travail d’élu", en: "Work of the elected" },
  money: { fr: "Argent et comptes", en: "Money and accounts" },
  image: { fr: "Image et réseaux", en: "Image and networks" },
  field: { fr: "Terrain et logistique", en: "Field and logistics" },
  hosting: { fr: "Accueil et convivialité", en: "Hosting and welcome" },
  knowledge: { fr: "Savoirs et langues", en: "Knowledge and languages" },
} satisfies Record<string, Words>
type Theme = keyof typeof startingThemes

const s = (theme: Theme, fr: string, en: string) => [theme, { fr, en }] as const

/** What a local chapter needs sooner or later. A body takes it as a first list, and then owns it. */
const chapter: Starting = [
  s("speaking", "Rédiger", "Writing"),
  s("speaking", "Animer une réunion", "Facilitating a meeting"),
  s("speaking", "Prendre des notes", "Taking notes"),
  s("speaking", "Prendre la parole en public", "Speaking in public"),
  s("speaking", "Parler à la presse", "Speaking to the press"),
  s("money", "Tenir les comptes", "Keeping the accounts"),
  s("money", "Monter une demande de subside", "Applying for a grant"),
  s("image", "Photo et vidéo", "Photo and video"),
  s("image", "Graphisme et mise en page", "Graphic design and layout"),
  s("image", "Site et réseaux sociaux", "Website and social networks"),
  s("field", "Porte-à-porte", "Door to door"),
  s("field", "Tenir un stand au marché", "Running a market stall"),
  s("field", "Distribuer, coller", "Leafleting, postering"),
  s("field", "Conduire ou prêter une camionnette", "Driving or lending a van"),
  s("field", "Bricoler, monter une tonnelle", "Fixing things, putting up a tent"),
  s("hosting", "Cuisiner pour trente", "Cooking for thirty"),
  s("hosting", "Accueillir les nouveaux", "Welcoming newcomers"),
  s("hosting", "Garder les enfants pendant une réunion", "Minding children during a meeting"),
  s("hosting", "Jouer de la musique", "Playing music"),
  s("knowledge", "Droit", "Law"),
  s("knowledge", "Urbanisme et permis", "Planning and permits"),
  s("knowledge", "Budget communal", "Municipal budget"),
  s("knowledge", "Langues, traduction", "Languages, translation"),
  s("knowledge", "Langue des signes", "Sign language"),
  s("knowledge", "Premiers secours", "First aid"),
]

/** A group of elected and its staff. */
const group: Starting = [
  s("mandate", "Suivi budgétaire", "Following the budget"),
  s("mandate", "Rédiger un amendement", "Drafting an amendment"),
  s("mandate", "Rédiger un vœu ou une question", "Drafting a motion or a question"),
  s("mandate", "Lire un rapport technique", "Reading a technical report"),
  s("mandate", "Veille et revue de presse", "Monitoring and press review"),
  s("mandate", "Fonds européens", "European funds"),
  s("speaking", "Rédiger un discours", "Writing a speech"),
  s("speaking", "Prendre la parole en séance", "Speaking in session"),
  s("speaking", "Animer une réunion publique", "Facilitating a public meeting"),
  s("speaking", "Parler à la presse", "Speaking to the press"),
  s("money", "Tenir les comptes du groupe", "Keeping the group’s accounts"),
  s("image", "Photo et vidéo", "Photo and video"),
  s("image", "Graphisme et mise en page", "Graphic design and layout"),
  s("image", "Site et réseaux sociaux", "Website and social networks"),
  s("field", "Organiser un déplacement", "Organising a visit"),
  s("hosting", "Recevoir une délégation", "Receiving a delegation"),
  s("knowledge", "Droit des collectivités", "Local government law"),
  s("knowledge", "Commande publique", "Public procurement"),
  s("knowledge", "Statistiques et tableur", "Statistics and spreadsheets"),
  s("knowledge", "Cartographie", "Mapping"),
  s("knowledge", "Langues, traduction", "Languages, translation"),
]

const lists: Record<Profile["key"], Starting> = {
  "be-wallonia-chapter": chapter,
  "fr-chapter": chapter,
  "fr-regional-group": group,
}

/** The first list of a body of this profile. */
export const startingList = (profile: string): Starting => lists[profile as Profile["key"]] ?? chapter
