import { makeKeys } from "../../src/kernel/sealed-ballots/envelope.ts"
import { openUrn } from "../../src/kernel/sealed-ballots/open-urn.ts"
import { sealVote } from "../../src/kernel/sealed-ballots/seal-vote.ts"
import { passShare, receiveShare, takeShare } from "../../src/kernel/sealed-ballots/shares.ts"
import { makeUrn } from "../../src/kernel/sealed-ballots/urn.ts"

/** What a page of a voter or a teller has of the sealed ballots, for the tests to call by hand. */
const sealed = { makeKeys, makeUrn, takeShare, passShare, receiveShare, sealVote, openUrn }

Object.assign(globalThis, { sealed })
