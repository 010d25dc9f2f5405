import { useState } from "react"
import { Act } from "./act.tsx"
import type { CommandName, ReadName } from "./api.ts"
import { Bars } from "./bars.tsx"
import { FileField } from "./file-field.tsx"
import {
  CheckField,
  ChoiceField,
  DateField,
  DateTimeField,
  EmailField,
  LongTextField,
  NumberField,
  PhoneField,
  TextField,
  TimeField,
} from "./fields.tsx"
import { Form } from "./form.tsx"
import { Frame } from "./frame.tsx"
import { History } from "./history.tsx"
import { Law } from "./law.tsx"
import { List } from "./list.tsx"
import { Missing } from "./missing.tsx"
import { Page } from "./page.tsx"
import { PickField } from "./pick-field.tsx"
import { Reorder } from "./reorder.tsx"
import { RichTextField } from "./rich-text-field.tsx"
import { type RichDoc, RichText } from "./rich-text.tsx"
import { SessionProvider } from "./session.tsx"
import { Empty, Facts, Mark, Row, Rows, Sheet } from "./sheet.tsx"
import { tell } from "./toast.tsx"
import { deadline, doc, items, lateDeadline, longName, longTitle, missing, session, steps } from "./gallery-data.ts"

// Commands and reads of the samples: no module has them, so the types know nothing of them.
const sample = {
  act: "gallery.act" as CommandName,
  refused: "gallery.refused" as CommandName,
  invalid: "gallery.invalid" as CommandName,
  people: "gallery.people" as ReadName,
  nobody: "gallery.nobody" as ReadName,
}
const nothing = {} as never

/** Every component full, empty and with the longest data; built for development only. The words here are samples. */
export default function Gallery() {
  return (
    <SessionProvider value={session}>
      <Frame>
        <Page
          title={longTitle}
          crumbs={[{ words: "Réunions", to: "/reunions" }, { words: longName }]}
          lead="jeudi 21 mai 2026, 19 h 30 · salle des Tanneurs, Valmont · 2 h 10 prévues"
          marks={<Mark kind="wait">brouillon</Mark>}
          steps={steps}
          missing={missing}
          purpose="pour convoquer"
          acts={<SmallActs />}
          side={
            <>
              <Law of={deadline} />
              <Facts
                of={[
                  ["Convoqués", "64 membres en ordre de cotisation"],
                  ["Présidence", longName],
                  ["Par courriel", "61"],
                ]}
              />
            </>
          }
          main={
            <button type="button" className="button main">
              Relire et convoquer
            </button>
          }
          beside={<Law of={lateDeadline} />}
          history={
            <History
              of={[
                { words: `Point 5 proposé par ${longName}`, at: "2026-05-01T20:14:00Z" },
                { words: "Salle confirmée", at: "2025-04-28T08:00:00Z" },
              ]}
            />
          }
        >
          <Agenda />
          <Order />
          <Texts />
          <AllFields />
          <Sheet title="Listes">
            <div className="pad">
              <Members read={sample.people} />
            </div>
          </Sheet>
          <Sheet title="Liste vide">
            <Members read={sample.nobody} />
          </Sheet>
          <Missing of={[]} purpose="pour convoquer" />
          <History of={[]} title="Histoire vide" />
        </Page>
      </Frame>
    </SessionProvider>
  )
}

const SmallActs = () => (
  <>
    <Act
      command={sample.act}
      input={nothing}
      kind="plain"
      done="C’est noté."
      undo={() => ({ command: sample.act, input: {} })}
    >
      Noter
    </Act>
    <Act
      command={sample.act}
      input={nothing}
      kind="plain"
      may={{ [sample.act]: { ok: false, why: "Seule la présidence peut approuver, à partir du 22 mai." } }}
    >
      Approuver
    </Act>
    <Act
      command={sample.refused}
      input={nothing}
      kind="danger"
      confirm={{
        title: "Annuler l’assemblée",
        words: "64 personnes recevront un courriel d’annulation. La convocation ne pourra pas être reprise.",
        act: "Annuler l’assemblée",
      }}
    >
      Annuler l’assemblée
    </Act>
    <button
      type="button"
      className="button"
      onClick={() => tell({ words: "Le point 5 est retiré.", undo: () => undefined })}
    >
      Message
    </button>
  </>
)

const Agenda = () => (
  <Sheet title="Ordre du jour" aside="9 points · se termine à 21 h 40">
    <Rows numbered>
      <Row n={1} soft="à décider · vient de lui-même" end="19 h 30 · 5 min">
        Approbation du procès-verbal du 12 mars
      </Row>
      <Row n={12} soft={longName} end="20 h 25 · 120 min">
        {longTitle} <Mark kind="bad">pièce attendue</Mark> <Mark kind="good">accepté</Mark>{" "}
        <Mark kind="info">confidentiel</Mark> <Mark>retiré</Mark>
      </Row>
    </Rows>
  </Sheet>
)

const Order = () => {
  const [all, setAll] = useState(items)
  const move = (ids: readonly string[]) => setAll(ids.flatMap((id) => all.filter((item) => item.id === id)))
  return (
    <Sheet title="Ordonner" aside="Alt et flèches">
      <Reorder items={all} idOf={({ id }) => id} nameOf={({ title }) => title} onMove={move}>
        {({ title }) => title}
      </Reorder>
    </Sheet>
  )
}

const Texts = () => (
  <>
    <Sheet title="Un texte" padded>
      <RichText of={doc as RichDoc} />
    </Sheet>
    <Sheet title="Enveloppe « Fonctionnement »" padded>
      <Bars of={[{ paid: 0.42, held: 0.23, words: "1 260 € payés · 690 € engagés · 1 050 € restent sur 3 000 €" }]} />
    </Sheet>
    <Sheet>
      <Empty
        title="Aucune réunion pour l’instant"
        act={
          <button type="button" className="button">
            Préparer une réunion
          </button>
        }
      >
        Une réunion commence par son type et sa date ; l’ordre du jour type vient de lui-même.
      </Empty>
    </Sheet>
  </>
)

const AllFields = () => (
  <Sheet title="Formulaire" padded>
    <Form command={sample.invalid} send="Enregistrer" initial={{ kind: "ag", text: doc }}>
      <TextField name="title" label="Titre" hint="Ce que les gens liront dans leur courriel." required />
      <LongTextField name="note" label="Note" />
      <NumberField name="minutes" label="Durée" unit="minutes" min={1} max={600} />
      <DateField name="date" label="Jour" required />
      <TimeField name="time" label="Heure" />
      <DateTimeField name="at" label="Début" zone="America/Martinique" required />
      <ChoiceField
        name="kind"
        label="Type"
        required
        options={[
          { value: "ag", words: "Assemblée statutaire", hint: "15 jours, quorum d’un tiers" },
          { value: "s", words: "Secrétariat" },
        ]}
      />
      <ChoiceField name="body" label="Instance" as="select" options={[{ value: "1", words: longName }]} />
      <CheckField name="confidential" label="Confidentiel" hint="Visible des seuls membres du bureau" />
      <EmailField name="email" label="Courriel" required />
      <PhoneField name="phone" label="Téléphone" />
      <PickField name="who" label="Présente le point" read={sample.people} many />
      <RichTextField name="text" label="Décision proposée" />
      <FileField name="papers" label="Pièces" many />
    </Form>
  </Sheet>
)

const Members = ({ read }: { read: ReadName }) => (
  <List<{ id: string; name: string; role: string; since: string; dues: string }>
    read={read}
    nameOf={({ name }) => name}
    to={({ id }) => `/galerie?personne=${id}`}
    columns={[
      { key: "name", words: "Nom", cell: ({ name }) => name, sort: "name" },
      { key: "role", words: "Fonction", cell: ({ role }) => role },
      { key: "dues", words: "Cotisation", cell: ({ dues }) => dues, figure: true, sort: "dues" },
      { key: "since", words: "Depuis", cell: ({ since }) => since, off: true },
    ]}
    filters={[
      {
        name: "ring",
        words: "Cercle",
        options: [
          { value: "member", words: "Membre" },
          { value: "friend", words: "Sympathisant" },
        ],
      },
    ]}
    acts={(ids) => (
      <Act command={sample.act} input={ids as never} kind="plain">
        Écrire
      </Act>
    )}
    exports={[{ words: "CSV", href: "/api/gallery.people.csv" }]}
    empty={
      <Empty
        title="Personne pour l’instant"
        act={
          <button type="button" className="button">
            Ajouter une personne
          </button>
        }
      >
        Ajoutez une première personne, ou importez votre fichier.
      </Empty>
    }
  />
)
