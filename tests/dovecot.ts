import { spawn } from "node:child_process"
import { accessSync, chownSync, constants } from "node:fs"
import { chown, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises"
import { createServer } from "node:net"
import { connect } from "node:net"
import { userInfo } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"

/** A mailbox on a real mail server, on a loopback port of its own. */
export type Dovecot = {
  /** imap://user:password@127.0.0.1:port/INBOX */
  url: string
  /** A message arrives, as any delivery writes it. */
  put(raw: string): Promise<void>
  stop(): Promise<void>
}

const program = "/usr/sbin/dovecot"

/** Why there is no such server here; undefined where there is (Debian: apt-get install dovecot-imapd). */
export const noDovecot = (): string | undefined => {
  try {
    accessSync(program, constants.X_OK)
    accessSync("/usr/lib/dovecot/imap", constants.X_OK)
    return undefined
  } catch {
    return "dovecot is not installed here: the mailbox is tried against our own peer only (Debian: apt-get install dovecot-imapd)"
  }
}

export const startDovecot = async (): Promise<Dovecot> => {
  const { uid, username } = userInfo()
  const isRoot = uid === 0
  // Short, for the paths of its sockets, and readable for whom it serves mail as.
  const home = await mkdtemp("/tmp/dovecot-")
  const mail = join(home, "mail")
  for (const folder of ["", "cur", "new", "tmp"]) await mkdir(join(mail, folder), { recursive: true })
  const [mailUid, mailGid] = isRoot ? [65534, 65534] : [uid, userInfo().gid]
  if (isRoot) {
    for (const folder of [home, mail, ...["cur", "new", "tmp"].map((one) => join(mail, one))])
      chownSync(folder, mailUid, mailGid)
  }
  const port = await freePort()
  const config = join(home, "dovecot.conf")
  await writeFile(
    config,
    `
base_dir = ${home}/run
state_dir = ${home}/state
log_path = ${home}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${mail}
first_valid_uid = 1
${isRoot ? "" : `default_internal_user = ${username}\ndefault_login_user = ${username}\ndefault_internal_group = ${userInfo().gid}\n`}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
}
service anvil {
  chroot =
}
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${mailUid} gid=${mailGid} home=${home}
}
namespace inbox {
  inbox = yes
}
`,
  )
  const child = spawn(program, ["-F", "-c", config], { stdio: "ignore" })
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  await answers(port)
  let count = 0
  return {
    url: `imap://secretariat:secret@127.0.0.1:${port}/INBOX`,
    async put(raw) {
      const name = `${Date.now()}.${process.pid}_${++count}.test`
      await writeFile(join(mail, "tmp", name), raw)
      if (isRoot) await chown(join(mail, "tmp", name), mailUid, mailGid)
      await rename(join(mail, "tmp", name), join(mail, "new", name))
    },
    async stop() {
      child.kill("SIGTERM")
      await ended
      await rm(home, { recursive: true, force: true })
    },
  }
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

const answers = async (port: number): Promise<void> => {
  for (let tries = 0; tries < 100; tries++) {
    const greeted = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1")
      socket.once("data", () => (socket.destroy(), resolve(true)))
      socket.once("error", () => resolve(false))
      socket.setTimeout(1000, () => (socket.destroy(), resolve(false)))
    })
    if (greeted) return
    await pause(100)
  }
  throw new Error("dovecot does not answer")
}
