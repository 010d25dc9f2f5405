import type { Environment, Language } from "./kernel/environment.ts"

/** What `npm run permanence -- <verb>` does. `run` answers the exit code: 0 when all is well. */
export type Verb = {
  says: Record<Language, string>
  run: (args: string[], settings: Environment) => Promise<number>
}

/** Each verb is fetched only when asked for: the others' libraries stay on the disk. */
const verbs: Record<string, () => Promise<Verb>> = {
  demo: async () => (await import("./verbs/demo.ts")).demo,
  key: async () => (await import("./verbs/key.ts")).key,
  link: async () => (await import("./verbs/link.ts")).link,
  verify: async () => (await import("./verbs/verify.ts")).verify,
  reindex: async () => (await import("./verbs/reindex.ts")).reindex,
  backup: async () => (await import("./verbs/backup.ts")).backup,
  restore: async () => (await import("./verbs/restore.ts")).restore,
  doctor: async () => (await import("./verbs/doctor.ts")).doctor,
}

export const runVerb = async (name: string, args: string[], settings: Environment): Promise<number> => {
  const load = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (load) return (await load()).run(args, settings)
  console.log(settings.language === "fr" ? "npm run permanence -- <verbe>" : "npm run permanence -- <verb>")
  for (const [verb, one] of Object.entries(verbs))
    console.log(`  ${verb.padEnd(8)} ${(await one()).says[settings.language]}`)
  return name === "help" ? 0 : 1
}
