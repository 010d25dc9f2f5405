/** As somebody types it who looks for it: without accents or capitals. */
export const plain = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase()
