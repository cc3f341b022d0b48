import { InvalidArgumentError } from 'commander';

/** `json_columns` of `audit.track`: a type, or a type with its key. */
export type JsonColumns = Readonly<Record<string, string | { type: string; key: string[] }>>;

/** `profile=object` or `lines=objectArray:sku,lot`, added to what came before. */
export function jsonColumn(text: string, before: JsonColumns = {}): JsonColumns {
  const [, column, type, key] = /^(.+?)=([a-z]+)(?::(.+))?$/i.exec(text) ?? [];
  if (column === undefined || type === undefined) {
    throw new InvalidArgumentError(
      'It reads <column>=<type>, or <column>=objectArray:<key field>,<key field>.',
    );
  }
  const declared =
    key === undefined ? type : { type, key: key.split(',').map((field) => field.trim()) };
  return { ...before, [column]: declared };
}
