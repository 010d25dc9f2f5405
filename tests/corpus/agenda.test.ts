import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, it } from "node:test"
import { agendaOfOparl } from "../../src/modules/sittings/receive/agenda/of-oparl.ts"
import { missing, sharedFolder } from "./shared.ts"

const folder = sharedFolder("data/08-council-documents/oparl/examples")

describe("agendas made by others", () => {
  it("are read from the meeting of the OParl specification", { skip: missing(folder) }, () => {
    const items = agendaOfOparl(readFileSync(join(folder!, "Meeting-01.json"), "utf8"))
    assert.deepEqual(
      items?.map(({ number, title }) => [number, title]),
      [["10.1", "Satzungsänderung für Ausschreibungen"]],
    )
  })

  it("are not seen in an answer of OParl that is something else", { skip: missing(folder) }, () => {
    for (const name of ["Body-01.json", "Person-01.json", "Paper-01.json", "System-01.json"])
      assert.equal(agendaOfOparl(readFileSync(join(folder!, name), "utf8")), undefined, name)
  })
})
