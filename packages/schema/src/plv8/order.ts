/** One character is three bytes at most, and takes up to six characters when it is escaped. */
const lengthThatDecides = 18;

/**
 * The order in which jsonb keeps the members of an object: by the length of their names in bytes,
 * then by the bytes. Below zero when `left` comes first, zero when the names are the same.
 */
export function compareNames(left: string, right: string): number {
  if (left === right) return 0;
  // So that a huge name is not read again for each of the small ones that it is compared with.
  if (left.length * lengthThatDecides < right.length) return -1;
  if (right.length * lengthThatDecides < left.length) return 1;
  const leftName: string = JSON.parse(left);
  const rightName: string = JSON.parse(right);
  return byteLength(leftName) - byteLength(rightName) || compareCodePoints(leftName, rightName);
}

/** In UTF-8. */
function byteLength(name: string): number {
  let bytes = 0;
  for (const character of name) bytes += bytesOf(character.codePointAt(0) ?? 0);
  return bytes;
}

function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/** The bytes of UTF-8 order as code points do; `<` orders strings by the halves of UTF-16. */
function compareCodePoints(left: string, right: string): number {
  let at = 0;
  while (at < left.length && left.charCodeAt(at) === right.charCodeAt(at)) at++;
  return (left.codePointAt(at) ?? 0) - (right.codePointAt(at) ?? 0);
}
