const token = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y
const isText = /^(?:[^&<]|&(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)*$/i

/** Whether XML is well formed, as far as what we write goes: elements closed in order, one root, every & and < escaped. */
export const wellFormed = (xml: string): boolean => {
  const open: string[] = []
  let roots = 0
  token.lastIndex = 0
  while (token.lastIndex < xml.length) {
    const [, closing, name, attributes = "", empty, text = ""] = token.exec(xml) ?? []
    if (token.lastIndex === 0 || !isText.test(text) || !isText.test(attributes)) return false
    if (text.trim() && open.length === 0) return false
    if (!name) continue
    if (closing) {
      if (open.pop() !== name) return false
    } else {
      if (open.length === 0 && ++roots > 1) return false
      if (!empty) open.push(name)
    }
  }
  return open.length === 0 && roots === 1
}
