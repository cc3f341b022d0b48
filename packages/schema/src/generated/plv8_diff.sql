-- Written by `npm run generate:plv8`. Do not edit.

create or replace function audit._plv8_diff(diff_type text, before text, after text, key text[]) returns text
language plv8
immutable
parallel safe
set search_path = pg_catalog, pg_temp
as $plv8$
// Source: packages/schema/src/plv8/diff.ts
// Do not edit: `npm run generate:plv8` writes this function.

// The functions are made once per session, not for every call.
const self = arguments.callee;
self.diffJson ??= makeDiffJson();
return self.diffJson(diff_type, before, after, key);

function makeDiffJson() {
// src/plv8/document.ts

/** SQL's NULL and JSON's null alike. */
function isAbsent(document) {
    return document === null || document === 'null';
}

/** Whether a document is an object ("{") or array ("["), or absent, which counts as an empty one. */
function isShaped(document, opening) {
    return isAbsent(document) || document.startsWith(opening);
}

function orElse(document, empty) {
    return isAbsent(document) ? empty : document;
}

// src/plv8/characters.ts

/** The characters that text is read by, as `charCodeAt` gives them. */
const quote = 0x22;

const comma = 0x2c;

const point = 0x2e;

const zero = 0x30;

const nine = 0x39;

const openingBracket = 0x5b;

const backslash = 0x5c;

const closingBracket = 0x5d;

const openingBrace = 0x7b;

const closingBrace = 0x7d;

// src/plv8/scan.ts

// Finds where values end in canonical jsonb text (what `jsonb::text` prints). Values are only ever
// cut out as text, never parsed: a number that passes through a float loses digits.
/** The position after the value that starts at `start`. */
function endOfValue(text, start) {
    const first = text.charCodeAt(start);
    if (first === quote)
        return endOfString(text, start);
    if (first === openingBrace || first === openingBracket)
        return endOfContainer(text, start);
    return endOfScalar(text, start);
}

/** The position after the string whose opening quote is at `start`. */
function endOfString(text, start) {
    let end = text.indexOf('"', start + 1);
    while (end > 0 && isEscaped(text, end))
        end = text.indexOf('"', end + 1);
    if (end < 0)
        throw new Error(`the string that starts at ${start} has no end`);
    return end + 1;
}

/** An odd number of backslashes before it makes a quote part of the string. */
function isEscaped(text, position) {
    let start = position;
    while (text.charCodeAt(start - 1) === backslash)
        start--;
    return (position - start) % 2 === 1;
}

/** Counts the depth instead of recursing: jsonb nests deeper than the stack of calls may. */
function endOfContainer(text, start) {
    let depth = 0;
    for (let at = start; at < text.length; at++) {
        const character = text.charCodeAt(at);
        if (character === quote) {
            at = endOfString(text, at) - 1;
        }
        else if (character === openingBrace || character === openingBracket) {
            depth++;
        }
        else if (character === closingBrace || character === closingBracket) {
            depth--;
            if (depth === 0)
                return at + 1;
        }
    }
    throw new Error(`the object or array that starts at ${start} has no end`);
}

/** A number, true, false or null ends where its surroundings go on. */
function endOfScalar(text, start) {
    let end = start;
    while (end < text.length && !endsScalar(text.charCodeAt(end)))
        end++;
    return end;
}

function endsScalar(character) {
    return character === comma || character === closingBrace || character === closingBracket;
}

// src/plv8/equality.ts

/** Whether two values are equal jsonb. */
function isEqual(left, right) {
    return left === right || comparable(left) === comparable(right);
}

/**
 * The text by which equal values are found: the value without the zeros at the end of its
 * fractions. All else in canonical text (order of members, escapes, exponents) is already the same
 * for equal values; but jsonb keeps the scale of a number, and 1.0 equals 1.00 and 1.
 */
function comparable(text) {
    if (!text.includes('.'))
        return text;
    let result = '';
    let copied = 0;
    let at = 0;
    while (at < text.length) {
        const character = text.charCodeAt(at);
        if (character === quote) {
            at = endOfString(text, at);
        }
        else if (character === point) {
            const end = endOfDigits(text, at + 1);
            const endToKeep = endWithoutZeros(text, at, end);
            if (endToKeep < end) {
                result += text.substring(copied, endToKeep);
                copied = end;
            }
            at = end;
        }
        else {
            at++;
        }
    }
    return copied === 0 ? text : result + text.substring(copied);
}

function endOfDigits(text, start) {
    let end = start;
    while (text.charCodeAt(end) >= zero && text.charCodeAt(end) <= nine)
        end++;
    return end;
}

/** A fraction of nothing but zeros goes together with its point. */
function endWithoutZeros(text, startOfFraction, end) {
    let kept = end;
    while (text.charCodeAt(kept - 1) === zero)
        kept--;
    return kept === startOfFraction + 1 ? startOfFraction : kept;
}

// src/plv8/multiset.ts

/**
 * Compares items as a multiset: what one array has more of than the other, each list in the order
 * of its own array. Of several equal items the last ones are the surplus.
 */
function compareItems(before, after) {
    return { newItems: surplusOf(after, before), removedItems: surplusOf(before, after) };
}

function surplusOf(items, others) {
    const unmatched = countEqual(others);
    return items.filter((item) => {
        const value = comparable(item);
        const count = unmatched.get(value) ?? 0;
        if (count > 0)
            unmatched.set(value, count - 1);
        return count === 0;
    });
}

function countEqual(items) {
    const counts = new Map();
    for (const item of items) {
        const value = comparable(item);
        counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
}

// src/plv8/parts.ts

/** The length of what canonical text puts between two parts (", ") and after a name (": "). */
const separatorLength = 2;

/** Where the first member of an object starts. */
const firstMember = 1;

function hasMemberAt(object, start) {
    return start < object.length - 1;
}

function endOfMember(object, start) {
    return endOfValue(object, endOfString(object, start) + separatorLength);
}

/** The member that starts at `start`; null after the last one. */
function memberAt(object, start) {
    if (!hasMemberAt(object, start))
        return null;
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
function itemsOf(array) {
    const items = [];
    let start = 1;
    while (start < array.length - 1) {
        const end = endOfValue(array, start);
        items.push(array.substring(start, end));
        start = end + separatorLength;
    }
    return items;
}

// src/plv8/array.ts

/** The diff of two arrays; null when they are equal. */
function diffArray(before, after) {
    const surplus = compareItems(itemsOf(orElse(before, '[]')), itemsOf(orElse(after, '[]')));
    return arrayDiff('array', surplus, before, after);
}

/**
 * Writes the diff of two arrays from its lists. When all of them are empty, the arrays are equal
 * (then it is null), or hold the same items in another order, or one of them is absent.
 */
function arrayDiff(diffType, lists, before, after) {
    const members = [`"diffType": "${diffType}"`];
    for (const [name, items] of Object.entries(lists))
        members.push(`"${name}": [${items.join(', ')}]`);
    const isEmpty = Object.values(lists).every((items) => items.length === 0);
    if (isEmpty && !isAbsent(before) && !isAbsent(after)) {
        if (isEqual(before, after))
            return null;
        members.push('"reordered": true');
    }
    return `{${members.join(', ')}}`;
}

// src/plv8/change.ts

/** How a change is written: the JSON string `"<before> -> <after>"`, of two JSON texts. */
function changeText(before, after) {
    return `"${escapeForString(before)} -> ${escapeForString(after)}"`;
}

/** JSON text as it stands inside a JSON string. */
function escapeForString(json) {
    if (needsNoEscape(json))
        return json;
    // The common string, which may be large: only its quotes need an escape, and are put around a
    // view of the old text where JSON.stringify would write a new one.
    if (isPlainString(json))
        return `\\"${json.substring(1, json.length - 1)}\\"`;
    const quoted = JSON.stringify(json);
    return quoted.substring(1, quoted.length - 1);
}

function needsNoEscape(json) {
    return !json.includes('"') && !json.includes('\\');
}

function isPlainString(json) {
    return json.startsWith('"') && json.indexOf('"', 1) === json.length - 1 && !json.includes('\\');
}

// src/plv8/escape.ts

const mark = '∆';

/**
 * A diff keeps one name to itself: `diffType`, inside modifiedItems `key`. A member that bears this
 * name, or that looks like one already escaped, gets one more ∆ in front. Names have their quotes.
 */
function escapeName(name, reserved) {
    return isReserved(name, reserved) ? `"${mark}${name.substring(1)}` : name;
}

function isReserved(name, reserved) {
    if (!name.endsWith(`${reserved}"`))
        return false;
    const startOfReserved = name.length - 1 - reserved.length;
    for (let at = 1; at < startOfReserved; at++) {
        if (name.charAt(at) !== mark)
            return false;
    }
    return true;
}

// src/plv8/order.ts

/** One character is three bytes at most, and takes up to six characters when it is escaped. */
const lengthThatDecides = 18;

/**
 * The order in which jsonb keeps the members of an object: by the length of their names in bytes,
 * then by the bytes. Below zero when `left` comes first, zero when the names are the same.
 */
function compareNames(left, right) {
    if (left === right)
        return 0;
    // So that a huge name is not read again for each of the small ones that it is compared with.
    if (left.length * lengthThatDecides < right.length)
        return -1;
    if (right.length * lengthThatDecides < left.length)
        return 1;
    const leftName = JSON.parse(left);
    const rightName = JSON.parse(right);
    return byteLength(leftName) - byteLength(rightName) || compareCodePoints(leftName, rightName);
}

/** In UTF-8. */
function byteLength(name) {
    let bytes = 0;
    for (const character of name)
        bytes += bytesOf(character.codePointAt(0) ?? 0);
    return bytes;
}

function bytesOf(codePoint) {
    if (codePoint < 0x80)
        return 1;
    if (codePoint < 0x800)
        return 2;
    return codePoint < 0x10000 ? 3 : 4;
}

/** The bytes of UTF-8 order as code points do; `<` orders strings by the halves of UTF-16. */
function compareCodePoints(left, right) {
    let at = 0;
    while (at < left.length && left.charCodeAt(at) === right.charCodeAt(at))
        at++;
    return (left.codePointAt(at) ?? 0) - (right.codePointAt(at) ?? 0);
}

// src/plv8/object.ts

/** What an absent member reads as. */
const absentMember = 'null';

/** The diff of two objects over their members; null when they are equal. */
function diffObject(before, after) {
    const changes = changedMembers(orElse(before, '{}'), orElse(after, '{}'), 'diffType');
    // From nothing to {} no member changes, and yet the document does.
    if (changes.length === 0 && !isAbsent(before) && !isAbsent(after))
        return null;
    return `{${['"diffType": "object"', ...changes].join(', ')}}`;
}

/**
 * The changed members as members of a diff. Canonical text has the members of all objects in one
 * order, so two objects are read side by side and nothing of them need be kept in memory.
 */
function changedMembers(before, after, reserved) {
    const changes = [];
    const record = (name, from, to) => {
        changes.push(`${escapeName(name, reserved)}: ${changeText(from, to)}`);
    };
    let { old, now } = firstDifference(before, after, firstMember, firstMember);
    while (old !== null && now !== null) {
        const order = compareNames(old.name, now.name);
        if (order < 0) {
            record(old.name, old.value, absentMember);
            old = memberAt(before, old.next);
        }
        else if (order > 0) {
            record(now.name, absentMember, now.value);
            now = memberAt(after, now.next);
        }
        else {
            if (!isEqual(old.value, now.value))
                record(now.name, old.value, now.value);
            ({ old, now } = firstDifference(before, after, old.next, now.next));
        }
    }
    for (; old !== null; old = memberAt(before, old.next))
        record(old.name, old.value, absentMember);
    for (; now !== null; now = memberAt(after, now.next))
        record(now.name, absentMember, now.value);
    return changes;
}

/** Most members are the same on both sides: they are passed over without being cut out. */
function firstDifference(before, after, startOfOld, startOfNow) {
    let old = startOfOld;
    let now = startOfNow;
    while (hasMemberAt(before, old)) {
        const length = endOfMember(before, old) - old;
        if (!isSameMember(before, old, after, now, length))
            break;
        old += length + separatorLength;
        now += length + separatorLength;
    }
    return { old: memberAt(before, old), now: memberAt(after, now) };
}

function isSameMember(before, old, after, now, length) {
    for (let at = 0; at < length; at++) {
        if (before.charCodeAt(old + at) !== after.charCodeAt(now + at))
            return false;
    }
    const next = after.charCodeAt(now + length);
    return next === comma || next === closingBrace;
}

// src/plv8/key.ts

/**
 * What an item is matched by: the JSON texts of its key fields, so that "1" and 1 are two keys and
 * a ∆ within a string is none of the separators; undefined when it is no object or lacks a field.
 * `names` are the fields' names in quotes.
 */
function keyOf(item, names) {
    const values = keyValues(item, names);
    return values === undefined ? undefined : comparable(values.join(', '));
}

/** How a reader sees the key, as it stands inside a JSON string: strings bare, joined with ∆. */
function keyText(item, names) {
    const values = keyValues(item, names) ?? [];
    return values.map(bareText).join('∆');
}

function bareText(value) {
    return value.startsWith('"') ? value.substring(1, value.length - 1) : escapeForString(value);
}

function keyValues(item, names) {
    if (!item.startsWith('{') || names.length === 0)
        return undefined;
    const values = [];
    for (const name of names) {
        const value = memberValue(item, name);
        if (value === undefined)
            return undefined;
        values.push(value);
    }
    return values;
}

function memberValue(object, name) {
    let member = memberAt(object, firstMember);
    while (member !== null && member.name !== name)
        member = memberAt(object, member.next);
    return member?.value;
}

// src/plv8/keyed-items.ts

function keyItems(array, names) {
    const items = itemsOf(array);
    const keys = items.map((item) => keyOf(item, names));
    return { items, keys, byKey: uniqueItems(items, keys) };
}

function uniqueItems(items, keys) {
    const unique = new Map();
    const repeated = new Set();
    items.forEach((item, index) => {
        const key = keys[index];
        if (key === undefined)
            return;
        if (unique.has(key))
            repeated.add(key);
        else
            unique.set(key, item);
    });
    for (const key of repeated)
        unique.delete(key);
    return unique;
}

// src/plv8/object-array.ts

/**
 * The diff of two arrays of objects, which are matched by the values of their `key` fields; null
 * when they are equal. Items that find no match, or can't, are compared as those of any array.
 */
function diffObjectArray(before, after, key) {
    const names = key.map((field) => JSON.stringify(field));
    const old = keyItems(orElse(before, '[]'), names);
    const now = keyItems(orElse(after, '[]'), names);
    const { newItems, removedItems } = compareItems(unmatched(old, now), unmatched(now, old));
    const modifiedItems = modifications(old, now, names);
    return arrayDiff('objectArray', { newItems, removedItems, modifiedItems }, before, after);
}

function unmatched(side, other) {
    return side.items.filter((_, index) => {
        const key = side.keys[index];
        return key === undefined || !side.byKey.has(key) || !other.byKey.has(key);
    });
}

/** In the order of the new array. */
function modifications(old, now, names) {
    const modified = [];
    for (const [key, item] of now.byKey) {
        const oldItem = old.byKey.get(key);
        if (oldItem === undefined || oldItem === item)
            continue;
        const changes = changedMembers(oldItem, item, 'key');
        if (changes.length === 0)
            continue;
        modified.push(`{"key": "${keyText(item, names)}", ${changes.join(', ')}}`);
    }
    return modified;
}

// src/plv8/other.ts

/** The diff of two documents of any shape, each as a whole; null when they are equal. */
function diffOther(before, after) {
    if (before !== null && after !== null && isEqual(before, after))
        return null;
    return `{"diffType": "other", "content": ${changeText(before ?? 'null', after ?? 'null')}}`;
}

// src/plv8/diff.ts

/**
 * The diff of two documents, as JSON text; null when they are equal. The documents are canonical
 * jsonb text, as `jsonb::text` prints it, or null where the column is NULL. `key` names the fields
 * by which the objects of an objectArray are matched.
 *
 * A document that is not of the declared type is compared as `other`.
 */
function diffJson(type, before, after, key) {
    if (before === after)
        return null;
    const bothAre = (opening) => isShaped(before, opening) && isShaped(after, opening);
    if (type === 'object' && bothAre('{'))
        return diffObject(before, after);
    if (type === 'array' && bothAre('['))
        return diffArray(before, after);
    if (type === 'objectArray' && bothAre('['))
        return diffObjectArray(before, after, key ?? []);
    return diffOther(before, after);
}

return diffJson;
}
$plv8$;

comment on function audit._plv8_diff(text, text, text, text[]) is
  'The diff of two JSON documents, given and returned as text: the declared type, both documents as jsonb prints them, and the key fields of an objectArray; null when they are equal.';

revoke all on function audit._plv8_diff(text, text, text, text[]) from public;
