/** A value that becomes a parameter. Everything is sent as text and cast in the SQL, so that no driver guesses. */
type Value = string | readonly string[];

/** A piece of SQL with its values. */
export class Fragment {
  constructor(
    /** The text around the values: always one more than there are values. */
    readonly texts: readonly string[],
    readonly values: readonly Value[],
  ) {}
}

/**
 * Writes a piece of SQL. An interpolated fragment becomes part of it, anything else a parameter.
 *
 * @example
 * ```ts
 * const byTable = sql`e.table_name = ${'orders'}`;
 * render(sql`select * from audit.data_op_log e where ${byTable}`);
 * // { text: 'select * from audit.data_op_log e where e.table_name = $1', params: ['orders'] }
 * ```
 */
export function sql(strings: TemplateStringsArray, ...parts: (Fragment | Value)[]): Fragment {
  return strings.slice(1).reduce(
    (all, text, index) => {
      const part = parts[index] as Fragment | Value;
      const piece = part instanceof Fragment ? part : new Fragment(['', ''], [part]);
      return append(append(all, piece), new Fragment([text], []));
    },
    new Fragment(strings.slice(0, 1), []),
  );
}

/** The fragments, one after the other, with `separator` between them. */
export function join(fragments: readonly Fragment[], separator: Fragment): Fragment {
  const [first = new Fragment([''], []), ...rest] = fragments;
  return rest.reduce((all, fragment) => append(append(all, separator), fragment), first);
}

/** The SQL with numbered placeholders, and their values. */
export function render(fragment: Fragment): { text: string; params: Value[] } {
  const [first = '', ...rest] = fragment.texts;
  const text = rest.reduce((all, next, index) => `${all}$${index + 1}${next}`, first);
  return { text, params: [...fragment.values] };
}

function append(left: Fragment, right: Fragment): Fragment {
  const [first = '', ...rest] = right.texts;
  return new Fragment(
    [...left.texts.slice(0, -1), `${left.texts.at(-1)}${first}`, ...rest],
    [...left.values, ...right.values],
  );
}
