import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { withoutLink } from "./without-link.ts"

describe("an address in a log", () => {
  it("holds neither a link nor a code", () => {
    assert.equal(withoutLink("/v/64A8-YN2T-8M9K-QABE"), "/v/…")
    assert.equal(withoutLink("/v/64A8/0190-5"), "/v/…/0190-5")
    assert.equal(withoutLink("/r/v1.-.abc.def?answer=yes"), "/r/…?answer=yes")
    assert.equal(withoutLink("/api/votes.byLink?code=64A8&ballotId=1"), "/api/votes.byLink?code=…&ballotId=1")
    assert.equal(withoutLink("/entrer/lien?cle=abc"), "/entrer/lien?cle=…")
    assert.equal(withoutLink("/votes/0190?q=a"), "/votes/0190?q=a")
  })
})
