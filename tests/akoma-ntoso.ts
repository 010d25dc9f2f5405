type Node = { name: string; attributes: Record<string, string>; children: Node[] }

/** The elements of an XML document; its words are left out. */
export const treeOf = (xml: string): Node => {
  const root: Node = { name: "", attributes: {}, children: [] }
  const open = [root]
  const tags = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*"[^"]*")*)\s*(\/?)>/g
  for (const [, closing, name, attributes = "", empty] of xml.matchAll(tags)) {
    if (!name) continue
    if (closing) {
      open.pop()
      continue
    }
    const pairs = [...attributes.matchAll(/([\w:.-]+)\s*=\s*"([^"]*)"/g)].map(([, key, value]) => [key, value])
    const node: Node = { name, attributes: Object.fromEntries(pairs), children: [] }
    open.at(-1)!.children.push(node)
    if (!empty) open.push(node)
  }
  return root.children[0]!
}

export const walk = (node: Node): Node[] => [node, ...node.children.flatMap(walk)]

// What the standard (OASIS LegalDocML, akomantoso30.xsd) lets stand in what, of what we write, in its order.
const frbr = ["FRBRthis", "FRBRuri", "FRBRalias", "FRBRdate", "FRBRauthor", "preservation"]
const inOrder: Record<string, readonly string[]> = {
  FRBRWork: [...frbr, "FRBRcountry", "FRBRnumber", "FRBRname", "FRBRprescriptive", "FRBRauthoritative"],
  FRBRExpression: [...frbr, "FRBRlanguage"],
  FRBRManifestation: [...frbr, "FRBRformat"],
  identification: ["FRBRWork", "FRBRExpression", "FRBRManifestation"],
  meta: ["identification", "publication", "classification", "lifecycle", "analysis", "references", "notes"],
  amendment: ["meta", "preface", "amendmentBody"],
  amendmentList: ["meta", "preface", "collectionBody"],
  amendmentBody: ["amendmentContent", "amendmentJustification"],
  textualMod: ["source", "destination"],
}
const inside: Record<string, readonly string[]> = {
  akomaNtoso: ["amendment", "amendmentList", "act", "debate"],
  collectionBody: ["component"],
  component: ["amendment"],
  amendmentContent: ["block", "p"],
  amendmentJustification: ["block", "p"],
  block: ["mod"],
  mod: ["quotedText", "quotedStructure"],
  quotedText: [],
  quotedStructure: ["p"],
  activeModifications: ["textualMod"],
}
const required: Record<string, readonly string[]> = {
  FRBRWork: ["FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor", "FRBRcountry"],
  FRBRExpression: ["FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor", "FRBRlanguage"],
  FRBRManifestation: ["FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor"],
  identification: ["FRBRWork", "FRBRExpression", "FRBRManifestation"],
  meta: ["identification"],
  amendment: ["meta", "amendmentBody"],
  amendmentList: ["meta", "collectionBody"],
  amendmentBody: ["amendmentContent"],
}
const attributes: Record<string, readonly string[]> = {
  amendment: ["name"],
  amendmentList: ["name"],
  component: ["eId"],
  block: ["name"],
  mod: ["eId"],
  textualMod: ["type", "eId"],
  identification: ["source"],
  references: ["source"],
  analysis: ["source"],
  FRBRdate: ["date", "name"],
  FRBRauthor: ["href"],
  activeRef: ["eId", "href", "showAs"],
  TLCOrganization: ["eId", "href", "showAs"],
  TLCRole: ["eId", "href", "showAs"],
}

/** What in a document does not stand as Akoma Ntoso has it: order, what must be there, names that lead nowhere, ids given twice. */
export const faultsOf = (xml: string): string[] => {
  const root = treeOf(xml)
  const nodes = walk(root)
  const ids = nodes.flatMap(({ attributes: { eId } }) => eId ?? [])
  const known = new Set(ids)
  const faults = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} twice`)
  const visit = (node: Node, within: string) => {
    const { name, children } = node
    const names = children.map((child) => child.name)
    const order = inOrder[name]
    if (order) {
      const places = names.map((one) => order.indexOf(one))
      if (places.some((place, index) => place < (places[index - 1] ?? 0))) faults.push(`${name}: ${names.join(" ")}`)
    }
    const may = inside[name]
    if (may) faults.push(...names.filter((one) => !may.includes(one)).map((one) => `${one} in ${name}`))
    for (const one of required[name] ?? []) if (!names.includes(one)) faults.push(`${name} without ${one}`)
    for (const one of attributes[name] ?? []) if (!node.attributes[one]) faults.push(`${name} without @${one}`)
    const { eId } = node.attributes
    if (eId && within && !eId.startsWith(`${within}__`)) faults.push(`${eId} within ${within}`)
    for (const key of ["source", "href", "as"]) {
      const value = node.attributes[key]
      if (value?.startsWith("#") && !known.has(value.slice(1))) faults.push(`${name} @${key} ${value}`)
    }
    for (const child of children) visit(child, eId && ["mod", "component"].includes(name) ? eId : within)
  }
  visit(root, "")
  for (const kind of ["Work", "Expression", "Manifestation"])
    for (const node of nodes.filter(({ name }) => name === `FRBR${kind}`)) {
      const value = (of: string) => node.children.find(({ name }) => name === of)?.attributes["value"] ?? ""
      if (!/^\/akn\/[a-z]{2}\//.test(value("FRBRuri"))) faults.push(`FRBR${kind}: ${value("FRBRuri")}`)
      const form = { Work: /[^@]\/!main$/, Expression: /@[^/]*\/!main$/, Manifestation: /@[^/]*\/!main\.xml$/ }[kind]!
      if (!form.test(value("FRBRthis"))) faults.push(`FRBR${kind}: ${value("FRBRthis")}`)
    }
  return faults
}
