// Search as a person asks it, in one organisation of RECORDS (100 000) decisions, items and papers: the whole read, with its
// rights and excerpts, not the bare question to the database; as soon as it is indexed, before the database has had time to look
// at its new rows by itself. The aim is 100 ms.
import { sql } from "kysely"
import { searchAll } from "../src/modules/search/all.ts"
import { findAnything } from "../src/modules/search/find.ts"
import { rebuild } from "../src/modules/search/index-entries.ts"
import { prepareMeeting } from "../src/modules/meetings/prepare.ts"
import { world } from "../tests/world.ts"

const RECORDS = Number(process.env["RECORDS"] ?? 100_000)
const w = await world()
try {
  const { meetingId } = await w.do(
    prepareMeeting,
    { bodyId: w.lisle, title: "Assemblée", day: "2026-05-21", at: "19:30" },
    w.people.amina,
  )
  // Words as they fall in texts: few very common, many rare. The vocabulary is made of syllables that French has.
  const filling = performance.now()
  await w.look((db) =>
    sql`
      with words as (select array(select a || b || c from unnest(array['ba','cor','dé','fi','gran','lo','mé','nou','pra','ré','so','tra','vi']) a,
          unnest(array['li','mo','na','po','ra','si','ta','vo','che','ge']) b, unnest(array['tion','ment','té','r','s','le','que','ne']) c order by 1) as all)
      insert into decisions (organisation_id, id, body_id, meeting_id, year, number, title, text, how, adopted, taken_at)
      select ${w.organisation}, gen_random_uuid(), ${w.lisle}, ${meetingId}, 2000 + n / 1000, n % 1000 + 1,
             (select string_agg(words.all[1 + floor(power(random(), 3) * 1039)::int + g * 0], ' ') from generate_series(1, 6 + n % 3) g),
             (select string_agg(words.all[1 + floor(power(random(), 3) * 1039)::int + g * 0], ' ') from generate_series(1, 60 + n % 30) g),
             'consent', true, now() - n * interval '1 hour'
        from words, generate_series(1, ${RECORDS}) n`.execute(db),
  )
  console.log(`${RECORDS} decisions written: ${seconds(performance.now() - filling)} s`)
  const indexing = performance.now()
  await w.look((db) => rebuild(w.organisation, db))
  console.log(`indexed anew: ${seconds(performance.now() - indexing)} s`)

  const times = async (name: string, once: () => Promise<number>) => {
    const all: number[] = []
    let found = 0
    for (let n = 0; n < 21; n++) {
      const started = performance.now()
      found = await once()
      all.push(performance.now() - started)
    }
    all.sort((a, b) => a - b)
    console.log(`${name} (${found} found): median ${all[10]!.toFixed(1)} ms, worst ${all[20]!.toFixed(1)} ms`)
  }
  const page = (q: string) => async () => (await w.ask(searchAll, { q }, w.people.dario)).total
  await times("two words", page("granmotion trachement"))
  await times("a rare word", page("vivoté"))
  await times("the commonest word", page("baliter"))
  await times("a phrase", page('"balile balique"'))
  await times("without a word", page("corgeque -balile"))
  await times("nothing to find", page("introuvable"))
  await times("typed in Ctrl-K", async () => (await w.ask(findAnything, { q: "granmo" }, w.people.dario)).length)
} finally {
  await w.end()
}

function seconds(ms: number) {
  return (ms / 1000).toFixed(1)
}
