// Whom one chose in the list of people, until the list is made. An address of two hundred identifiers would be too long to open again.
const KEY = "lists.chosen"

export const chosen = (): string[] => JSON.parse(sessionStorage.getItem(KEY) ?? "[]") as string[]
export const choose = (ids: readonly string[]) => sessionStorage.setItem(KEY, JSON.stringify(ids))
export const forgetChosen = () => sessionStorage.removeItem(KEY)
