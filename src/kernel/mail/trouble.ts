import type { Language } from "../environment.ts"

/**
 * Why a mail server cannot be used, relay or mailbox.
 * - `certificate`: it could be somebody else; nothing was said to it, the password least of all.
 * - `unencrypted`: it offers no encryption, and a password would travel in the open.
 * - `password`: it does not take our name and password.
 * - `unreachable`: nobody listens there, or the name leads nowhere.
 */
export type MailTrouble = {
  kind: "certificate" | "unencrypted" | "password" | "unreachable" | "other"
  /** What the server or the library said. */
  said: string
}

type MailError = Error & {
  code?: string
  responseCode?: number
  responseText?: string
  authenticationFailed?: boolean
}

/** What an error of nodemailer or imapflow is about. */
export const troubleOf = (error: MailError): MailTrouble => {
  const said = [error.message, error.responseText].filter(Boolean).join(": ")
  return { kind: kindOf(error, said), said }
}

const kindOf = ({ code = "", authenticationFailed, responseCode }: MailError, said: string): MailTrouble["kind"] => {
  if (/certificate|altnames|unable to verify the first/i.test(said) || /CERT|ALTNAME/.test(code)) return "certificate"
  if (authenticationFailed || code === "EAUTH" || responseCode === 535) return "password"
  if (code === "ETLS" || /STARTTLS/.test(said)) return "unencrypted"
  if (/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EDNS/.test(`${code} ${said}`))
    return "unreachable"
  return "other"
}

/** One sentence: what is wrong and what to do, for who hosts. */
export const troubleInWords = (language: Language, { kind, said }: MailTrouble): string =>
  sentences[language][kind](said)

const sentences: Record<Language, Record<MailTrouble["kind"], (said: string) => string>> = {
  fr: {
    certificate: (said) =>
      `son certificat n’est pas reconnu (${said})\u00a0: rien ne lui a été dit, pas même le mot de passe. S’il est bien le vôtre, donnez par NODE_EXTRA_CA_CERTS le certificat de qui l’a signé`,
    unencrypted: (said) =>
      `il n’offre pas de chiffrement (${said}), et le mot de passe voyagerait à découvert\u00a0: prenez son adresse en smtps:// ou en imaps://`,
    password: (said) => `il refuse le nom ou le mot de passe (${said})`,
    unreachable: (said) => `personne n’y répond (${said})\u00a0: vérifiez le nom et le port`,
    other: (said) => said,
  },
  en: {
    certificate: (said) =>
      `its certificate is not known (${said}): nothing was said to it, not even the password. If it is yours, give the certificate of who signed it in NODE_EXTRA_CA_CERTS`,
    unencrypted: (said) =>
      `it offers no encryption (${said}), and the password would travel in the open: take its smtps:// or imaps:// address`,
    password: (said) => `it refuses the name or the password (${said})`,
    unreachable: (said) => `nobody answers there (${said}): check the name and the port`,
    other: (said) => said,
  },
}

/** A password goes over the network only encrypted; to this machine itself it may go as it is. */
export const mustEncrypt = (url: string): boolean => {
  const { username, hostname } = new URL(url)
  return username !== "" && !/^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname)
}
