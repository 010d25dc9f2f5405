import pg from "pg"
import type { World } from "../tests/world.ts"

/**
 * Fills Lisle up to `size` people whose names are as frequent as in life: the commonest family name is borne by one in two
 * hundred and fifty, the commonest first name by one in seventy, and most names by a handful. Accents, hyphens, particles.
 * The same each time. Made by the owner, the indexes of words put back afterwards: filling is not what is measured.
 * `spread`: over the chapters of `fillBodies`, in several rings, at home there, some with dues to pay.
 */
export const fillPeople = async (w: World, from: number, size: number, { spread = false } = {}): Promise<void> => {
  const owner = new pg.Client(w.owner)
  await owner.connect()
  await owner.query(`select set_config('app.org', $1, false)`, [w.organisation])
  const { rows: kept } = await owner.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes where tablename = 'people' and indexname <> 'people_pkey'`,
  )
  for (const { name } of kept) await owner.query(`drop index ${name}`)
  await owner.query(names)
  if (spread) await owner.query(chapters)
  await owner.query(
    `with one as (
       select n, gen_random_uuid() as id, 1 + floor(chance(n, 3) * ${spread ? "(select count(*) from chapters)" : "1"})::int as place,
              family_name(1 + floor(200000 * power(chance(n, 1), 2.2))::int) as family,
              given_name(1 + floor(12000 * power(chance(n, 2), 2.2))::int) as given
         from generate_series($2::int + 1, $3::int) n),
     made as (
       insert into people (organisation_id, id, family_name, given_name, form, email${spread ? ", postcode, town" : ""})
       select $1, id, family, given, 'n', 'p' || n || '@lisle.example'${spread ? ", (10000 + place)::text, 'Commune ' || place" : ""} from one)
     insert into memberships (organisation_id, id, person_id, body_id, ring, since${spread ? ", dues_until" : ""})
     select $1, gen_random_uuid(), one.id, ${spread ? belonging : "$4, 'member', '2025-01-01' from one where $4::uuid is not null"}`,
    [w.organisation, from, size, w.lisle],
  )
  for (const { made } of kept) await owner.query(made)
  await owner.query("vacuum analyze people")
  await owner.query("vacuum analyze memberships")
  await owner.end()
}

const chapters = `create temporary table chapters as
  select id, row_number() over (order by substr(code, 2)::int)::int as place from bodies where kind = 'chapter' and code ~ '^C[0-9]+$'`

const belonging = `c.id, case when chance(n, 4) < 0.85 then 'member' when chance(n, 4) < 0.97 then 'sympathiser' else 'supporter' end,
  date '2015-01-01' + floor(chance(n, 5) * 4000)::int,
  case when chance(n, 6) < 0.6 then date '2026-12-31' when chance(n, 6) < 0.85 then date '2025-12-31' end
  from one join chapters c on c.place = one.place where $4::uuid is not null`

const families =
  `Martin,Bernard,Thomas,Petit,Robert,Richard,Durand,Dubois,Moreau,Laurent,Simon,Michel,Lefebvre,Leroy,Roux,David,Bertrand,Morel,Fournier,Girard,Bonnet,Dupont,Lambert,Fontaine,Rousseau,Vincent,Müller,Lefèvre,Faure,André,Mercier,Blanc,Guérin,Boyer,Garnier,Chevalier,François,Legrand,Gauthier,Garcia,Perrin,Robin,Clément,Morin,Nicolas,Henry,Roussel,Mathieu,Gautier,Masson,Marchand,Duval,Denis,Dumont,Marie,Lemaire,Noël,Meyer,Dufour,Meunier,Brun,Blanchard,Giraud,Joly,Rivière,Lucas,Brunet,Gaillard,Barbier,Arnaud,Martínez,Gérard,Roche,Renard,Schmitt,Roy,Leroux,Colin,Vidal,Caron,Picard,Roger,Fabre,Aubert,Lemoine,Renaud,Dumas,Lacroix,Olivier,Philippe,Bourgeois,Pierre,Benoît,Rey,Leclerc,Payet,Rolland,Leclercq,Guillaume,Lecomte,Lopez,Jean,Dupuy,Guillot,Hubert,Berger,Carpentier,Sanchez,Dupuis,Moulin,Louis,Deschamps,Huet,Vasseur,Pérez,Boucher,Fleury,Royer,Klein,Jacquet,Adam,Paris,Poirier,Marty,Aubry,Guyot,Carré,Charles,Renault,Charpentier,Ménard,Maillard,Baron,Bertin,Bailly,Hervé,Schneider,Fernandez,Le Gall,Collet,Léger,Bouvier,Julien,Prévost,Millet,Perrot,Daniel,Le Roux,Cousin,Germain,Breton,Besson,Langlois,Rémy,Le Goff,Pelletier,Lévêque,Perrier,Leblanc,Barré,Lebrun,Marchal,Weber,Mallet,Hamon,Boulanger,Jacob,Monnier,Michaud,Rodríguez,Guichard,Gillet,Étienne,Grondin,Poulain,Tessier,Chevallier,Collin,Chauvin,Da Silva,Bouchet,Gay,Lemaître,Bénard,Maréchal,Humbert,Reynaud,Antoine,Hoarau,Perret,Barthélemy,Cordier,Pichon,Lejeune,Gilbert,Lamy,Delaunay,Pasquier,Carlier,Laporte`.split(
    ",",
  )
const givens =
  `Marie,Jean,Pierre,Michel,André,Jeanne,Philippe,Alain,Louis,Françoise,Bernard,Monique,Jacques,Catherine,Nathalie,Daniel,Isabelle,Sylvie,Nicolas,Christophe,Christian,Martine,Claude,Anne,Valérie,Patrick,Frédéric,Stéphane,Laurent,Sandrine,Julien,Céline,Éric,Christine,David,Véronique,Sébastien,Thomas,Olivier,Aurélie,Émilie,Camille,Léa,Manon,Chloé,Inès,Jean-Pierre,Marie-Claude,Jean-François,Anne-Sophie,Mohamed,Fatima,Amina,Karim,Zoé,Hélène,Gaël,Noémie,Maël,Théo`.split(
    ",",
  )
const syllables =
  "ma,le,du,bou,ché,ren,vil,tre,son,gar,pel,lin,rou,van,de,bre,cor,nay,sol,tié,ber,quin,pla,mou,ger,fau,dri,ar,es,ou".split(
    ",",
  )

// Past the lists above a name is its rank, said in syllables.
const names = `
  create or replace function spoken(rank int) returns text language sql immutable as $$
    select initcap(s[1 + rank % 30] || s[1 + (rank / 30) % 30] || s[1 + (rank / 900) % 30] || case when rank > 27000 then s[1 + rank / 27000] else '' end)
      from (select array[${syllables.map((one) => `'${one}'`).join()}] as s) $$;
  create or replace function family_name(rank int) returns text language sql immutable as $$
    select coalesce((array[${families.map((one) => `'${one}'`).join()}])[rank],
      case rank % 23 when 0 then 'Van den ' when 1 then 'Le ' when 2 then 'd’' else '' end || spoken(rank)
      || case when rank % 17 = 0 then '-' || spoken(rank / 3) else '' end) $$;
  create or replace function given_name(rank int) returns text language sql immutable as $$
    select coalesce((array[${givens.map((one) => `'${one}'`).join()}])[rank], spoken(rank * 7)) $$;
  create or replace function chance(n int, of int) returns float8 language sql immutable as $$
    select (hashint8extended(n, of) & 1073741823) / 1073741824.0 $$;`
