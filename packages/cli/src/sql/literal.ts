import pg from 'pg';

/** A value of an SQL parameter. */
export type SqlValue = null | boolean | string | readonly string[];

/** The value as it is written in SQL. */
export function literal(value: SqlValue): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return pg.escapeLiteral(value).trimStart();
  return value.length === 0 ? "'{}'" : `array[${value.map(literal).join(', ')}]`;
}
