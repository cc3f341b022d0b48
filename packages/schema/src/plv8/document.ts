/** A document as canonical jsonb text; null where its column is NULL. */
export type Document = string | null;

/** SQL's NULL and JSON's null alike. */
export function isAbsent(document: Document): document is null | 'null' {
  return document === null || document === 'null';
}

/** Whether a document is an object ("{") or array ("["), or absent, which counts as an empty one. */
export function isShaped(document: Document, opening: '{' | '['): boolean {
  return isAbsent(document) || document.startsWith(opening);
}

export function orElse(document: Document, empty: '{}' | '[]'): string {
  return isAbsent(document) ? empty : document;
}
