// Writes docs/generated: who may do what, the commands, the events, in words. `node scripts/generate-docs.ts`
import { mkdir, writeFile } from "node:fs/promises"
import { generatedDocs } from "../src/generated-docs.ts"

const folder = new URL("../docs/generated/", import.meta.url)
await mkdir(folder, { recursive: true })
for (const [name, text] of Object.entries(await generatedDocs())) await writeFile(new URL(name, folder), text)
