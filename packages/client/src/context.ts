import { stringifyJson } from './json/parse.js';

/** Who changes something, and why. It is recorded with every change of one transaction. */
export interface AuditContext {
  /** What kind of operation this is, such as `price-change`: column `op_type`. */
  readonly opType?: string | undefined;
  /** Why, in words: column `op_note`. */
  readonly opNote?: string | undefined;
  /** The application's own revision: column `revision_id`. */
  readonly revisionId?: string | undefined;
  /** Who, as the application knows them: member `actor` of column `op_meta`. It wins over `meta.actor`. */
  readonly actor?: string | undefined;
  /** Anything else, such as a request or trace id: the other members of column `op_meta`. Must be JSON. */
  readonly meta?: Readonly<Record<string, unknown>> | undefined;
}

/** What {@link applyContext} needs: a node-postgres client, a PGlite transaction or a small wrapper will do. */
export interface ContextTarget {
  query(text: string, params: string[]): PromiseLike<unknown>;
}

// Any role may set these: no right on the audit schema is needed to say who one is.
const setContext = `
select
  set_config('audit.op_type', $1, true),
  set_config('audit.op_note', $2, true),
  set_config('audit.revision_id', $3, true),
  set_config('audit.op_meta', $4, true)`;

/**
 * The statement that sets the context of the current transaction, for libraries that send SQL their own way.
 *
 * It replaces the whole context: what `context` leaves out is not set afterwards. It must run inside a transaction,
 * before the changes; outside of one it has no effect.
 *
 * @param context who and why.
 * @returns SQL with placeholders `$1` to `$4`, and their values.
 *
 * @example
 * ```ts
 * const { text, params } = contextStatement({ actor: 'support', opType: 'refund' });
 * await prisma.$transaction(async (tx) => {
 *   await tx.$queryRawUnsafe(text, ...params);
 *   await tx.order.update({ where: { id: 7 }, data: { status: 'refunded' } });
 * });
 * ```
 */
export function contextStatement(context: AuditContext): { text: string; params: string[] } {
  const { opType = '', opNote = '', revisionId = '' } = context;
  return { text: setContext, params: [opType, opNote, revisionId, metaText(context)] };
}

/**
 * Sets the context of a transaction that you have begun yourself; see {@link contextStatement}.
 *
 * @param target where the transaction runs.
 * @param context who and why.
 * @throws the driver's own error.
 *
 * @example
 * ```ts
 * await client.query('begin');
 * await applyContext(client, { actor: 'support', opType: 'refund' });
 * await client.query('update orders set status = $1 where id = $2', ['refunded', 7]);
 * await client.query('commit');
 * ```
 */
export async function applyContext(target: ContextTarget, context: AuditContext): Promise<void> {
  const { text, params } = contextStatement(context);
  await target.query(text, params);
}

/** The empty string is read as "not set". */
function metaText({ actor, meta }: AuditContext): string {
  const all = actor === undefined ? { ...meta } : { ...meta, actor };
  return Object.keys(all).length === 0 ? '' : stringifyJson(all);
}
