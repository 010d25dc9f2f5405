import { dirname } from "node:path"
import { type Environment, EnvironmentProblem, type Language, languageOf } from "./kernel/environment.ts"
import { RefusedStart } from "./kernel/postgres/refused-start.ts"
import { SecretProblem } from "./kernel/secret.ts"

/** The sentence for whoever typed the command, when what stops it is theirs to mend; undefined for a bug. */
export const startTrouble = (
  error: unknown,
  variables: Record<string, string | undefined>,
  settings?: Pick<Environment, "host" | "port" | "dataDir">,
): string | undefined => {
  const language = languageOf(variables)
  const { message, code, syscall, path, address, port } = error as NodeJS.ErrnoException & {
    address?: string
    port?: number
  }
  if (isFull(error)) return sentences.full[language](settings?.dataDir ?? dirname(path ?? "."))
  if (error instanceof RefusedStart) return error.in(language)
  if (error instanceof EnvironmentProblem || error instanceof SecretProblem) return message
  if (syscall === "listen" || syscall === "getaddrinfo") {
    const facts = { port: port ?? settings?.port ?? 0, host: address ?? settings?.host ?? "" }
    if (code === "EADDRINUSE") return sentences.port_taken[language](facts)
    if (code === "EACCES") return sentences.port_closed[language](facts)
    if (code === "EADDRNOTAVAIL" || syscall === "getaddrinfo")
      return sentences.host_elsewhere[language](settings?.host ?? facts.host)
  }
  if (path && ["EACCES", "EPERM", "EROFS"].includes(code ?? "")) return sentences.not_ours[language](path)
  if (path && ["ENOTDIR", "EEXIST"].includes(code ?? "")) return sentences.no_folder[language](path)
  if (code?.startsWith("ERR_PARSE_ARGS_")) return sentences.option[language](/'([^' ]+)/.exec(message)?.[1] ?? message)
  return undefined
}

// 53100: disk_full. initdb and the server say it in their own words when they cannot begin.
const isFull = (error: unknown): boolean => {
  const { code, message, errno } = error as NodeJS.ErrnoException
  return ["ENOSPC", "EDQUOT", "53100"].includes(code ?? "") || errno === -28 || /No space left on device/.test(message)
}

type Place = { host: string; port: number }

const sentences = {
  port_taken: {
    fr: ({ port }: Place) =>
      `Le port ${port} est déjà pris, par une autre Permanence ou par un autre programme. Arrêtez-le, ou donnez un autre port dans PORT, par exemple\u00a0: PORT=${port + 1} npm start`,
    en: ({ port }: Place) =>
      `Port ${port} is taken, by another Permanence or by another program. Stop it, or give another port in PORT, for instance: PORT=${port + 1} npm start`,
  },
  port_closed: {
    fr: ({ port }: Place) =>
      `Ce système ne laisse pas un utilisateur ordinaire ouvrir le port ${port}. Donnez dans PORT un port à partir de 1024, par exemple 3000, et placez devant un serveur web (docs/self-hosting.md).`,
    en: ({ port }: Place) =>
      `This system does not let an ordinary user open port ${port}. Give in PORT a port from 1024 up, for instance 3000, and put a web server before it (docs/self-hosting.md).`,
  },
  host_elsewhere: {
    fr: (host: string) =>
      `L’adresse de HOST («\u00a0${host}\u00a0») n’est pas une adresse de cette machine. Donnez localhost, 0.0.0.0 (toutes ses adresses) ou l’une des siennes.`,
    en: (host: string) =>
      `The address in HOST (“${host}”) is not one of this machine. Give localhost, 0.0.0.0 (all its addresses) or one of its own.`,
  },
  not_ours: {
    fr: (path: string) =>
      `Permanence n’a pas le droit d’écrire dans ${path}. Donnez ce droit à l’utilisateur qui la lance, ou un autre dossier dans DATA_DIR.`,
    en: (path: string) =>
      `Permanence may not write in ${path}. Give that right to the user who starts it, or another folder in DATA_DIR.`,
  },
  no_folder: {
    fr: (path: string) => `${path} devrait être un dossier, et n’en est pas un. Donnez un autre chemin dans DATA_DIR.`,
    en: (path: string) => `${path} should be a folder, and is not. Give another path in DATA_DIR.`,
  },
  full: {
    fr: (place: string) =>
      `Le disque est plein, là où est ${place}. Faites de la place, puis relancez\u00a0: rien de ce qui était enregistré n’est perdu.`,
    en: (place: string) =>
      `The disk is full, where ${place} is. Make room, then start again: nothing that was saved is lost.`,
  },
  option: {
    fr: (option: string) =>
      `«\u00a0${option}\u00a0» n’est pas compris ici. Ce que l’on peut demander\u00a0: npm run permanence -- help`,
    en: (option: string) => `“${option}” is not understood here. What can be asked: npm run permanence -- help`,
  },
} satisfies Record<string, Record<Language, (facts: any) => string>>
