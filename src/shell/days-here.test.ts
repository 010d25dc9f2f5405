import assert from "node:assert/strict"
import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, it } from "node:test"

const root = join(import.meta.dirname, "..")

// What happened at half past midnight in Brussels stood on its pages under the day before.
describe("the day of an instant on a page", () => {
  it("is never its first ten signs, which are the day in Greenwich: the figures take the instant itself", () => {
    const cut = /(\b(say|figures)\.\w+\([^\n]*|(_at|\bat|\bsince)[!?]?)\.slice\(0, 10\)/
    const found = globSync(["modules/*/ui/**/*.{ts,tsx}", "shell/**/*.{ts,tsx}"], { cwd: root })
      .filter((file) => !file.endsWith(".test.ts"))
      .flatMap((file) =>
        readFileSync(join(root, file), "utf8")
          .split("\n")
          .map((line, n) => [`${file}:${n + 1}`, line]),
      )
      .filter(([, line]) => cut.test(line!))
      .map(([where]) => where)
    assert.deepEqual(found, [])
  })
})
