const mark = '∆';

/**
 * A diff keeps one name to itself: `diffType`, inside modifiedItems `key`. A member that bears this
 * name, or that looks like one already escaped, gets one more ∆ in front. Names have their quotes.
 */
export function escapeName(name: string, reserved: string): string {
  return isReserved(name, reserved) ? `"${mark}${name.substring(1)}` : name;
}

function isReserved(name: string, reserved: string): boolean {
  if (!name.endsWith(`${reserved}"`)) return false;
  const startOfReserved = name.length - 1 - reserved.length;
  for (let at = 1; at < startOfReserved; at++) {
    if (name.charAt(at) !== mark) return false;
  }
  return true;
}
