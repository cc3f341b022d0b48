const mark = '∆';

/** The name that a diff keeps to itself: `key` inside modifiedItems, `diffType` everywhere else. */
export type ReservedName = 'diffType' | 'key';

/**
 * The name under which a diff holds the change of a member.
 *
 * @param name - the member's own name
 * @param reserved - the name that this diff keeps to itself
 * @returns the name, with one more ∆ in front if it is the reserved name or that after any number of ∆
 *
 * @example
 * ```ts
 * escapeName('diffType', 'diffType'); // '∆diffType'
 * escapeName('∆diffType', 'diffType'); // '∆∆diffType'
 * escapeName('qty', 'diffType'); // 'qty'
 * ```
 */
export function escapeName(name: string, reserved: ReservedName): string {
  return isReserved(name, reserved) ? mark + name : name;
}

/**
 * The member whose change a diff holds under a name: undoes {@link escapeName}.
 *
 * @param name - a name in a diff, other than the reserved one itself
 * @param reserved - the name that this diff keeps to itself
 * @returns the member's own name
 *
 * @example
 * ```ts
 * unescapeName('∆diffType', 'diffType'); // 'diffType'
 * unescapeName('qty', 'diffType'); // 'qty'
 * ```
 */
export function unescapeName(name: string, reserved: ReservedName): string {
  return name.startsWith(mark) && isReserved(name, reserved) ? name.slice(mark.length) : name;
}

function isReserved(name: string, reserved: ReservedName): boolean {
  if (!name.endsWith(reserved)) return false;
  const marks = name.length - reserved.length;
  return name === mark.repeat(marks) + reserved;
}
