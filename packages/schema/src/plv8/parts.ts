import { endOfString, endOfValue } from './scan.js';

/** A member of an object as text: its name in quotes, its value, and where the next one starts. */
export interface Member {
  name: string;
  value: string;
  next: number;
}

/** The length of what canonical text puts between two parts (", ") and after a name (": "). */
export const separatorLength = 2;

/** Where the first member of an object starts. */
export const firstMember = 1;

export function hasMemberAt(object: string, start: number): boolean {
  return start < object.length - 1;
}

export function endOfMember(object: string, start: number): number {
  return endOfValue(object, endOfString(object, start) + separatorLength);
}

/** The member that starts at `start`; null after the last one. */
export function memberAt(object: string, start: number): Member | null {
  if (!hasMemberAt(object, start)) return null;
  const endOfName = endOfString(object, start);
  const startOfValue = endOfName + separatorLength;
  const end = endOfValue(object, startOfValue);
  return {
    name: object.substring(start, endOfName),
    value: object.substring(startOfValue, end),
    next: end + separatorLength,
  };
}

/** The items of an array, in order. */
export function itemsOf(array: string): string[] {
  const items: string[] = [];
  let start = 1;
  while (start < array.length - 1) {
    const end = endOfValue(array, start);
    items.push(array.substring(start, end));
    start = end + separatorLength;
  }
  return items;
}
