import { after, before, describe } from "node:test"
import { type Cast, gather } from "./plenary-cast.ts"
import { decided } from "./plenary-decided.ts"
import { received } from "./plenary-received.ts"
import { sat } from "./plenary-sat.ts"
import { amended } from "./plenary-texts.ts"

// A plenary of a region, prepared by six people, each at their own screen: from the archive of the institution to what became of
// the last amendment. Nothing that the six do is done for them.
const six = {} as Cast
before(async () => Object.assign(six, await gather()))
after(() => six.app?.stop())

describe("a plenary prepared by six", () => {
  received(six)
  amended(six)
  decided(six)
  sat(six)
})
