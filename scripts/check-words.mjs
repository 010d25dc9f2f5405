// The words of the product, kept whole: every French message has its English twin with the same arguments; every key
// the code asks for exists; every key that exists is asked for; French is spaced as French is.
//
// A key is used when its string stands anywhere in the code, when a template literal begins with a prefix of it
// (`meetings.state.${state}`), when a `kind` of `held` names such a prefix, or when its first or second part is one of the families below, built by the kernel.
// `--quick` lets words wait for the screen that will show them.
import { existsSync, globSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { IntlMessageFormat } from "intl-messageformat"

const families = ["command", "read", "refused", "event", "capability", "function", "rule", "state", "held"]
const asking = ["t", "words", "say", "sentence", "refuse", "step"]

const root = resolve(import.meta.dirname, "..")
const quick = process.argv.includes("--quick")
const problems = []
const keys = new Map()

const homes = ["src/modules/*/words", "src/shell/words", "src/kernel/words", "src/kernel/*/words", "src/site/words"]
for (const file of homes.flatMap((home) => globSync(`${home}/fr.json`, { cwd: root }))) {
  checkPair(file, file.replace(/fr\.json$/, "en.json"))
  checkSpoken(file)
}
checkUse(globSync("src/**/*.{ts,tsx}", { cwd: root }).filter((file) => !/\.test\.tsx?$/.test(file)))

for (const problem of problems) console.error(problem)
process.exit(problems.length > 0 ? 1 : 0)

function checkPair(frFile, enFile) {
  const fr = read(frFile)
  const en = existsSync(join(root, enFile)) ? read(enFile) : {}
  for (const key of Object.keys(en)) if (!(key in fr)) problems.push(`${enFile}: “${key}” has no French`)
  for (const [key, message] of Object.entries(fr)) {
    if (keys.has(key)) problems.push(`${frFile}: “${key}” is already in ${keys.get(key)}`)
    keys.set(key, frFile)
    const french = parts(message, "fr", `${frFile}: ${key}`)
    checkTypography(french.literals, message, `${frFile}: ${key}`)
    if (!(key in en)) {
      problems.push(`${enFile}: “${key}” has no English`)
      continue
    }
    const english = parts(en[key], "en", `${enFile}: ${key}`)
    const [a, b] = [french, english].map(({ names }) => [...names].sort((x, y) => x.localeCompare(y)).join(", "))
    if (a !== b) problems.push(`${enFile}: “${key}” takes (${b}), the French takes (${a})`)
  }
}

// The browser finds the words of all by itself; the server says only those it was told of, and something vague for the rest.
function checkSpoken(file) {
  const told = (code, path) => readFileSync(join(root, code), "utf8").includes(`"${path}"`)
  const beside = globSync(join(file, "../../*.ts"), { cwd: root })
  if (!told("src/words.ts", file.replace(/^src/, ".")) && !beside.some((code) => told(code, "./words/fr.json")))
    problems.push(`${file}: the server never learns these words (src/words.ts)`)
}

function read(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), "utf8"))
  } catch (error) {
    problems.push(`${file}: ${error.message}`)
    return {}
  }
}

function parts(message, language, where) {
  const found = { names: new Set(), literals: [] }
  // Kinds of the ICU tree: 0 literal, 1 argument, 2 number, 3 date, 4 time, 5 select, 6 plural, 7 #, 8 tag.
  const visit = (elements) => {
    elements.forEach((element, i) => {
      if (element.type === 0) found.literals.push({ text: element.value, after: i > 0 })
      if (element.type >= 1 && element.type <= 6) found.names.add(element.value)
      if (element.type === 8) found.names.add(`<${element.value}>`)
      for (const option of Object.values(element.options ?? {})) visit(option.value)
      if (element.children) visit(element.children)
    })
  }
  try {
    visit(new IntlMessageFormat(message, language).getAst())
  } catch (error) {
    problems.push(`${where}: ${error.message}`)
  }
  return found
}

function checkTypography(literals, message, where) {
  const no = (why) => problems.push(`${where}: ${why} in “${message}”`)
  // In ICU an apostrophe before a brace also quotes it: « l'{name} » would print the brace.
  if (message.includes("'")) no("straight apostrophe (write ’)")
  for (const { text, after } of literals) {
    const [start, whole] = after ? ["(?:^|[^\\u202f;!?])", text] : ["[^\\u202f;!?]", text]
    if (new RegExp(`${start}[;!?](?=[\\s»).]|$)`).test(whole)) no("no U+202F before ; ! ?")
    if (new RegExp(`${after ? "(?:^|[^\\u00a0])" : "[^\\u00a0]"}:(?=\\s|$)`).test(whole)) no("no U+00A0 before :")
    if (/«(?!\u00a0|$)/.test(text) || /[^\u00a0]»/.test(text)) no("no U+00A0 inside « »")
  }
}

function checkUse(files) {
  const literals = new Set()
  const prefixes = new Set()
  for (const file of files) {
    const code = readFileSync(join(root, file), "utf8")
    for (const [, key] of code.matchAll(/["'`]([a-z][\w-]*(?:\.[\w-]+)+)["'`]/g)) literals.add(key)
    for (const [, prefix] of code.matchAll(/`([a-z][\w-]*\.[\w.-]*)\$\{/g)) prefixes.add(prefix)
    for (const [, prefix] of code.matchAll(/kind: \["([a-z][\w.-]*\.)"/g)) prefixes.add(prefix)
    const calls = new RegExp(`(?<![\\w.])(${asking.join("|")})\\(\\s*(["'])([a-z][\\w-]*(?:\\.[\\w-]+)+)\\2`, "g")
    for (const [, by, , key] of code.matchAll(calls)) {
      // A refusal is read as `refused.<code>` and nowhere else: words under the code itself would never be seen.
      const isSaid = by === "refuse" ? keys.has(`refused.${key}`) : keys.has(key) || existsIn(`${key}.`)
      if (!isSaid && !keys.has(`refused.${key}`)) problems.push(`${file}: no words for “${key}”`)
    }
  }
  for (const prefix of prefixes)
    if (startsLikeOurs(prefix) && !existsIn(prefix)) problems.push(`no words begin with “${prefix}”, asked for in code`)
  for (const [key, file] of keys) {
    const built = key
      .split(".")
      .slice(0, 2)
      .some((part) => families.includes(part))
    if (!quick && !built && !literals.has(key) && ![...prefixes].some((prefix) => key.startsWith(prefix)))
      problems.push(`${file}: nothing asks for “${key}”`)
  }
}

function existsIn(prefix) {
  return [...keys.keys()].some((key) => key.startsWith(prefix))
}

// A template such as `people.${column}` in SQL is nobody's words: only the dynamic families are held to exist.
function startsLikeOurs(prefix) {
  return families.includes(prefix.split(".")[0])
}
