import { item, type ProfileOccasion } from "./profile.ts"
import { accounts, budget, elections, listCall, listClosing, newYearOfWork } from "./shared-year.ts"

export const frChapterYear: ProfileOccasion[] = [
  accounts(
    1,
    "fr.party.accounts",
    item(10, "inform", "Rapport financier", "Financial report"),
    item(10, "decide", "Approbation des comptes et quitus", "Approval of the accounts and discharge"),
  ),
  {
    key: "donor-list",
    title: { fr: "Liste des donateurs et cotisants", en: "List of donors and members" },
    window: { kind: "months", from: 2, to: 3 },
    meeting_type: "secretariat",
    rule: "fr.party.donor_list",
    items: [
      item(
        10,
        "decide",
        "Liste des dons et cotisations à remettre à la région",
        "List of gifts and dues for the region",
      ),
    ],
  },
  newYearOfWork,
  budget(
    item(
      10,
      "discuss",
      "Situation de l’année en cours et demande à la région",
      "Where this year stands, request to the region",
    ),
  ),
  elections({ fr: "Renouvellement du bureau", en: "Election of the board" }, "fr.local.terms.months"),
  listCall(
    "Élections municipales",
    item(20, "decide", "Stratégie : liste autonome ou rassemblement", "Strategy: our own list or a joint one"),
    item(10, "decide", "Appel à candidatures et calendrier", "Call for candidates and calendar"),
  ),
  listClosing(
    "Élections municipales",
    { from: 8, to: 3 },
    "fr.campaign.account",
    item(20, "discuss", "Proposition de liste paritaire", "Proposed list, with parity"),
    item(
      10,
      "decide",
      "Mandataire financier, budget et équipe de campagne",
      "Financial agent, campaign budget and team",
    ),
  ),
  {
    key: "regional-campaign",
    title: {
      fr: "Élections régionales : candidatures et campagne locale",
      en: "Regional election: candidates and local campaign",
    },
    window: { kind: "before_day", of: "regional", from_months: 12, to_months: 6 },
    meeting_type: "ordinary-assembly",
    rule: "fr.campaign.per_person",
    items: [
      item(
        20,
        "discuss",
        "Candidatures que le groupe local propose ou soutient",
        "Candidates that the chapter proposes or supports",
      ),
      item(
        15,
        "decide",
        "Campagne locale : responsables et calendrier",
        "Local campaign: people in charge and calendar",
      ),
    ],
  },
  {
    key: "congress",
    title: { fr: "Congrès : motions et délégués", en: "Congress: motions and delegates" },
    window: { kind: "before_day", of: "congress", from_months: 4, to_months: 0 },
    meeting_type: "ordinary-assembly",
    rule: null,
    items: [
      item(40, "discuss", "Motions : présentation et débat", "Motions: presentation and debate"),
      item(
        15,
        "decide",
        "Délégués du groupe local et mandat donné",
        "Delegates of the chapter and what they are charged with",
      ),
    ],
  },
]
