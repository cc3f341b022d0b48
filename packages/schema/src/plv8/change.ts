/** How a change is written: the JSON string `"<before> -> <after>"`, of two JSON texts. */
export function changeText(before: string, after: string): string {
  return `"${escapeForString(before)} -> ${escapeForString(after)}"`;
}

/** JSON text as it stands inside a JSON string. */
export function escapeForString(json: string): string {
  if (needsNoEscape(json)) return json;
  // The common string, which may be large: only its quotes need an escape, and are put around a
  // view of the old text where JSON.stringify would write a new one.
  if (isPlainString(json)) return `\\"${json.substring(1, json.length - 1)}\\"`;
  const quoted = JSON.stringify(json);
  return quoted.substring(1, quoted.length - 1);
}

function needsNoEscape(json: string): boolean {
  return !json.includes('"') && !json.includes('\\');
}

function isPlainString(json: string): boolean {
  return json.startsWith('"') && json.indexOf('"', 1) === json.length - 1 && !json.includes('\\');
}
