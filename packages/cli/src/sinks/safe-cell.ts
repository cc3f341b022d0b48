/**
 * A cell that no spreadsheet takes for a formula: what begins like one gets an apostrophe before it, which is the rule
 * that OWASP gives against CSV injection. Negative numbers are among them, and the full-width signs, which some
 * spreadsheets read as the plain ones.
 */
export function safeCell(value: string | null): string | null {
  return value !== null && /^[=+\-@＝＋－＠\t\r\n]/.test(value) ? `'${value}` : value;
}
