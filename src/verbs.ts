import type { Environment, Language } from "./kernel/environment.ts"

/** What `npm run permanence -- <verb>` does. `run` answers the exit code: 0 when all is well. */
export type Verb = {
  says: Record<Language, string>
  /** The options it understands, without their dashes. */
  options?: readonly string[]
  run: (args: string[], settings: Environment) => Promise<number>
}

/** Each verb is fetched only when asked for: the others' libraries stay on the disk. */
const verbs: Record<string, () => Promise<Verb>> = {
  demo: async () => (await import("./verbs/demo.ts")).demo,
  key: async () => (await import("./verbs/key.ts")).key,
  link: async () => (await import("./verbs/link.ts")).link,
  count: async () => (await import("./verbs/count.ts")).count,
  verify: async () => (await import("./verbs/verify.ts")).verify,
  import: async () => (await import("./verbs/import.ts")).importFile,
  reindex: async () => (await import("./verbs/reindex.ts")).reindex,
  backup: async () => (await import("./verbs/backup.ts")).backup,
  restore: async () => (await import("./verbs/restore.ts")).restore,
  doctor: async () => (await import("./verbs/doctor.ts")).doctor,
}

export const runVerb = async (name: string, args: string[], settings: Environment): Promise<number> => {
  const { language } = settings
  const load = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (load) {
    const verb = await load()
    const strange = args.find((argument) => argument.startsWith("-") && !verb.options?.includes(optionOf(argument)))
    if (strange === undefined) return verb.run(args, settings)
    console.error(said[language].option(name, strange))
    return 1
  }
  const asked = ["help", "--help", "-h"].includes(name)
  if (!asked) console.error(said[language].verb(name))
  console.log(said[language].usage)
  for (const [verb, one] of Object.entries(verbs)) console.log(`  ${verb.padEnd(8)} ${(await one()).says[language]}`)
  return asked ? 0 : 1
}

const optionOf = (argument: string) => argument.replace(/^--/, "").replace(/=.*$/s, "")

const said = {
  fr: {
    usage: "npm run permanence -- <verbe>",
    verb: (name: string) => `Permanence ne connaît pas «\u00a0${name}\u00a0». Elle connaît\u00a0:\n`,
    option: (verb: string, option: string) =>
      `${verb} ne connaît pas l’option ${option}. Ce que chaque verbe comprend\u00a0: npm run permanence -- help`,
  },
  en: {
    usage: "npm run permanence -- <verb>",
    verb: (name: string) => `Permanence does not know “${name}”. It knows:\n`,
    option: (verb: string, option: string) =>
      `${verb} does not know the option ${option}. What each verb understands: npm run permanence -- help`,
  },
}
