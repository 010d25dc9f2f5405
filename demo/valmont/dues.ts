import { changeMembership } from "../../src/modules/mandates/memberships/change.ts"
import { recordApplication } from "../../src/modules/members/applications/record.ts"
import { withdrawApplication } from "../../src/modules/members/applications/decline.ts"
import { setDuesAccount } from "../../src/modules/members/dues/account.ts"
import { callDues } from "../../src/modules/members/dues/call.ts"
import { cancelPayment } from "../../src/modules/members/dues/cancel.ts"
import { payDues } from "../../src/modules/members/dues/pay.ts"
import { addDuesAmount } from "../../src/modules/members/dues/scale.ts"
import { freezeRoll } from "../../src/modules/members/roll/freeze.ts"
import { closeBallot } from "../../src/modules/votes/close.ts"
import { openBallot } from "../../src/modules/votes/open.ts"
import { prepareBallot } from "../../src/modules/votes/prepare.ts"
import { decideByBallot } from "../../src/modules/votes/proclaim/decide.ts"
import { typeFigures } from "../../src/modules/votes/type-figures.ts"
import type { Days } from "../calendar.ts"
import type { Manner } from "../played.ts"
import { takenByTheRelay } from "../relay.ts"
import type { Scene, Stage } from "../stage.ts"

const scale = [
  { label: "Ordinaire", cents: 3000, usual: true },
  { label: "Réduite", cents: 1000, note: "Étudiants, sans emploi, petits revenus" },
  { label: "De soutien", cents: 6000 },
  { label: "Libre", cents: null, note: "Qui ne peut pas payer le montant réduit" },
]

const faithful = ["ines", "elodie", "samuel", "fatou", "agnes", "rene", "beatrice", "mehdi"]
const later = ["andre", "colette", "arnaud"]
const means = ["transfer", "transfer", "cash", "transfer", "card"] as const

/** Two who have not paid since last year, one of them without e-mail. */
const late = ["dimitri", "yvonne"]

/** The treasury of Valmont: its scale, what came in this year and the last, whom it called; who asks to join; who could vote. */
export const duesOfValmont = (stage: Stage, manner: Manner, days: Days): Scene[] => {
  const bodyId = () => manner.bodyId
  const year = days.today.year
  const pay = (who: string, of: number, on: Temporal.PlainDate, index: number) =>
    stage.act("karim", payDues, {
      bodyId: bodyId(),
      personId: stage.person(who),
      year: of,
      cents: index % 4 === 2 ? 6000 : 3000,
      means: means[index % means.length],
      paidOn: on.toString(),
      payer: who === "mehdi" ? "Bouzid & fils" : null,
    })
  const begun = days.weekday(76, 2)
  const first = days.weekday(74, 3)
  const second = days.weekday(9, 3)
  const years = [...new Set([year - 1, year])]
  return [
    {
      at: days.at(begun, "20:10"),
      play: async () => {
        const how = "Ou de la main à la main, auprès de Karim, qui vous donne un reçu."
        await stage.act("karim", setDuesAccount, {
          bodyId: bodyId(),
          iban: "BE68 5390 0754 7034",
          holder: "Les Rives, locale de Valmont",
          how,
        })
        for (const of of years)
          for (const amount of scale) await stage.act("karim", addDuesAmount, { bodyId: bodyId(), year: of, ...amount })
      },
    },
    {
      at: days.at(first, "20:30"),
      play: async () => {
        for (const [index, who] of faithful.entries()) await pay(who, year - 1, first.subtract({ days: index }), index)
      },
    },
    {
      at: days.at(second, "20:30"),
      play: async () => {
        for (const [index, who] of [...faithful, ...later].entries())
          await pay(who, year, second.subtract({ days: index }), index + 1)
        const { paymentId } = await pay("andre", year, second, 0)
        await stage.act("karim", cancelPayment, { paymentId, reason: "Écrit deux fois" })
      },
    },
    {
      at: days.at(days.weekday(7, 4), "18:00"),
      play: async () => {
        for (const who of late) {
          const [membership] = await stage.within(({ db }) =>
            db.selectFrom("memberships").selectAll().where("person_id", "=", stage.person(who)).execute(),
          )
          await stage.act("ines", changeMembership, {
            membershipId: membership!.id,
            ring: "member",
            since: membership!.since.toString(),
            dues_until: `${year - 1}-12-31`,
          })
        }
        await stage.act("karim", callDues, { bodyId: bodyId(), year, step: 1, personIds: late.map(stage.person) })
        await takenByTheRelay(stage)
      },
    },
    {
      at: days.at(days.weekday(3, 2), "19:00"),
      play: () =>
        stage.act("ines", freezeRoll, {
          bodyId: bodyId(),
          title: "Corps électoral, désignation des délégués",
          onDay: days.weekday(3, 6).toString(),
          rule: { who: "members_up_to_date", waiting_months: 3 },
        }),
    },
    {
      at: days.at(days.weekday(2, 4), "20:10"),
      play: async () => {
        const { ballotId } = await stage.act("ines", prepareBallot, {
          bodyId: bodyId(),
          title: "Charte d’usage de la salle de la Filature",
          question: "La locale adopte-t-elle la charte d’usage de la salle, telle que lue ce soir ?",
          kind: "yes_no",
          method: "majority",
          manner: "hand",
          electorate: "members",
          onDay: days.weekday(2, 4).toString(),
        })
        await stage.act("ines", openBallot, { ballotId })
        const figures = { voters: 14, for: 11, against: 1, abstained: 2 }
        await stage.act("ines", typeFigures, { ballotId, ...figures })
        await stage.act("ines", closeBallot, { ballotId })
        await stage.act("ines", decideByBallot, {
          ballotId,
          text: "La locale adopte la charte d’usage de la salle de la Filature.",
        })
      },
    },
    {
      at: days.at(days.weekday(2, 6), "11:40"),
      play: async () => {
        const applicationId = await ask("Maxence", "Delvigne", "m", { source: "friend" })
        await stage.act("noor", withdrawApplication, { applicationId, reason: "Déménage" })
        await ask("Aurélie", "Stassart", "f", {
          source: "stand",
          email: "aurelie.stassart@courriel.example",
          message: "Rencontrée au marché. Elle voudrait aider pour la place du Marché.",
        })
      },
    },
  ]
  async function ask(given_name: string, family_name: string, form: string, more: object) {
    const answer = await stage.act("noor", recordApplication, {
      bodyId: bodyId(),
      given_name,
      family_name,
      form,
      phone: "0470 12 34 56",
      street: "rue de la Filature 14",
      postcode: "5470",
      town: "Valmont",
      ring: "member",
      consentText: "J’accepte que la locale de Valmont garde mes coordonnées et mon adhésion, sans les communiquer.",
      consentFrom: "Bulletin papier signé",
      ...more,
    })
    return answer.applicationId
  }
}
