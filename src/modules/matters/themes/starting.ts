type Words = { fr: string; en: string }
/** A theme of a first list, and what stands under it. */
export type Starting = Words & { below?: readonly Words[] }

const s = (fr: string, en: string, ...below: Words[]): Starting => ({ fr, en, below })
const w = (fr: string, en: string): Words => ({ fr, en })

/** What a municipal council deals with, and a chapter with it. A body takes it as a first tree, and then owns it. */
const commune: readonly Starting[] = [
  s(
    "Mobilité",
    "Mobility",
    w("Vélo et marche", "Cycling and walking"),
    w("Bus et train", "Bus and train"),
    w("Stationnement", "Parking"),
  ),
  s(
    "Aménagement et logement",
    "Planning and housing",
    w("Urbanisme", "Town planning"),
    w("Logement", "Housing"),
    w("Espaces publics", "Public spaces"),
  ),
  s(
    "Environnement",
    "Environment",
    w("Eau", "Water"),
    w("Nature et biodiversité", "Nature and biodiversity"),
    w("Déchets", "Waste"),
    w("Énergie et climat", "Energy and climate"),
  ),
  s(
    "Enfance et écoles",
    "Children and schools",
    w("Écoles", "Schools"),
    w("Cantines", "School meals"),
    w("Petite enfance", "Early childhood"),
  ),
  s("Solidarité et santé", "Solidarity and health"),
  s("Culture, sport et vie locale", "Culture, sport and local life"),
  s("Économie et commerces", "Economy and shops"),
  s("Finances", "Finance"),
  s("Démocratie et services publics", "Democracy and public services"),
  s("Vie de l’équipe", "Life of the team"),
]

/** What a French region is in charge of (CGCT L4221-1), in the words of its commissions. */
const region: readonly Starting[] = [
  s(
    "Transports et mobilités",
    "Transport and mobility",
    w("Trains et cars", "Trains and coaches"),
    w("Vélo", "Cycling"),
    w("Routes et ports", "Roads and ports"),
  ),
  s("Lycées", "Upper secondary schools", w("Bâtiments", "Buildings"), w("Restauration", "School meals")),
  s(
    "Formation et emploi",
    "Training and employment",
    w("Apprentissage", "Apprenticeship"),
    w("Orientation", "Guidance"),
  ),
  s(
    "Développement économique",
    "Economic development",
    w("Aides aux entreprises", "Aid to companies"),
    w("Économie sociale et solidaire", "Social economy"),
    w("Tourisme", "Tourism"),
  ),
  s("Agriculture, forêt et alimentation", "Agriculture, forestry and food"),
  s(
    "Environnement et climat",
    "Environment and climate",
    w("Eau", "Water"),
    w("Biodiversité", "Biodiversity"),
    w("Énergie", "Energy"),
    w("Déchets", "Waste"),
  ),
  s(
    "Aménagement du territoire",
    "Regional planning",
    w("Logement", "Housing"),
    w("Numérique", "Digital"),
    w("Ruralité", "Rural areas"),
  ),
  s("Santé et égalité", "Health and equality"),
  s("Culture et sport", "Culture and sport"),
  s("Enseignement supérieur et recherche", "Higher education and research"),
  s("Europe et international", "Europe and international"),
  s("Finances", "Finance", w("Budget", "Budget"), w("Fonds européens", "European funds")),
  s("Vie du groupe", "Life of the group"),
]

/** The tree proposed to bodies of a kind. */
export const startingThemes = (profile: string): readonly Starting[] =>
  profile === "fr-regional-group" ? region : commune
