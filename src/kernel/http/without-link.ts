/** An address as a log may hold it: whoever reads a link, or the code of a vote, could use it. */
export const withoutLink = (url: string): string =>
  url.replace(/^\/([a-z]|agenda|registre)\/[^/?#]+/, "/$1/…").replaceAll(/([?&](?:code|cle|courriel)=)[^&#]*/g, "$1…")
