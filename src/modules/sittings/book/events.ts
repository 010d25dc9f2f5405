import { event } from "../../../kernel/event.ts"

type Book = { bookId: string; sittingId: string; bodyId: string }
export const bookAsked = event<Book>()("sittings.bookAsked")
export const booksForgotten = event<{ sittingId: string; bodyId: string; books: number }>()("sittings.booksForgotten")
export const bookUpdateAsked = event<Book & { items: number }>()("sittings.bookUpdateAsked")
