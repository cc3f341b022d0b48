import type { AuditDriver } from '../driver/types.js';
import { toAuditError } from '../error-mapping.js';
import { type Fragment, render } from '../log/sql.js';
import {
  estimatedStatsOf,
  groupsOf,
  markOf,
  type Row,
  roleStatsOf,
  rollbackTableOf,
  tableStatsOf,
} from './rows.js';
import * as statements from './statements.js';
import type {
  EstimatedStats,
  Group,
  Mark,
  MarkRange,
  Moment,
  RoleStats,
  RollbackTable,
  TableStats,
} from './types.js';

/**
 * Groups of tables that are tracked with `row_log`: marks, statistics, rollback, scripts and time travel. Made by
 * {@link createAuditGroups}.
 *
 * Its methods throw an `AuditSqlError` with the server's SQLSTATE (`UA050` to `UA067`), message and hint where it
 * refuses, and what `AuditClient` throws otherwise. Tables are named as in SQL: `shop.orders`, `"Odd Name"`.
 */
export class AuditGroups<Native = unknown> {
  readonly #driver: AuditDriver<Native>;

  constructor(driver: AuditDriver<Native>) {
    this.#driver = driver;
  }

  /**
   * Makes a group, still empty.
   *
   * @example
   * ```ts
   * await groups.create('shop');
   * await groups.assign('shop.orders', 'shop');
   * ```
   */
  async create(name: string, options: { readonly note?: string } = {}): Promise<void> {
    await this.#rows(statements.createGroup(name, options.note));
  }

  /** Forgets a group and its marks. Its tables are tracked as before. */
  async drop(name: string): Promise<void> {
    await this.#rows(statements.dropGroup(name));
  }

  /** Puts a table, which is tracked with `row_log`, into a group. */
  async assign(table: string, group: string): Promise<void> {
    await this.#rows(statements.assign(table, group));
  }

  /** Takes a table out of its group. */
  async unassign(table: string): Promise<void> {
    await this.#rows(statements.unassign(table));
  }

  /** All groups, each with its tables. */
  async list(): Promise<Group[]> {
    return groupsOf(await this.#rows(statements.listGroups));
  }

  /**
   * Sets a mark. Waits for transactions that have written to the tables, for up to the session's `lock_timeout` (half
   * a minute where it has none).
   *
   * @param group the group.
   * @param name its name; `%` stands for the time. Left out, it is named after the time.
   * @returns the mark's name.
   *
   * @example
   * ```ts
   * const mark = await groups.setMark('shop', 'before the import');
   * ```
   */
  async setMark(
    group: string,
    name?: string,
    options: { readonly note?: string } = {},
  ): Promise<string> {
    const [row] = await this.#rows(statements.setMark(group, name, options.note));
    return row?.name ?? '';
  }

  /** The marks of a group, or of all, in their order. */
  async marks(group?: string): Promise<Mark[]> {
    return (await this.#rows(statements.listMarks(group))).map(markOf);
  }

  async renameMark(group: string, mark: string, name: string): Promise<void> {
    await this.#rows(statements.renameMark(group, mark, name));
  }

  async deleteMark(group: string, mark: string): Promise<void> {
    await this.#rows(statements.deleteMark(group, mark));
  }

  /** Forgets all marks before one. @returns how many. */
  async deleteMarksBefore(group: string, mark: string): Promise<number> {
    const [row] = await this.#rows(statements.deleteMarksBefore(group, mark));
    return Number(row?.deleted ?? 0);
  }

  /** Protects a mark: it can't be deleted, and no rollback may go behind it. */
  async protectMark(group: string, mark: string): Promise<void> {
    await this.#rows(statements.protectMark(group, mark));
  }

  async unprotectMark(group: string, mark: string): Promise<void> {
    await this.#rows(statements.unprotectMark(group, mark));
  }

  /**
   * How many rows of each table changed between two marks.
   *
   * @example
   * ```ts
   * for (const { table, updated } of await groups.stats('shop', { from: 'before the import' })) console.log(table, updated);
   * ```
   */
  async stats(group: string, marks: MarkRange = {}): Promise<TableStats[]> {
    return (await this.#rows(statements.stats(group, marks))).map(tableStatsOf);
  }

  /** Who did what between two marks: by table, login role and verb. */
  async statsByRole(group: string, marks: MarkRange = {}): Promise<RoleStats[]> {
    return (await this.#rows(statements.statsByRole(group, marks))).map(roleStatsOf);
  }

  /** As {@link AuditGroups.stats}, from PostgreSQL's own counters, without reading the log. */
  async estimateStats(group: string, marks: MarkRange = {}): Promise<EstimatedStats[]> {
    return (await this.#rows(statements.estimateStats(group, marks))).map(estimatedStatsOf);
  }

  /**
   * What {@link AuditGroups.rollback} would do, and why it would be refused.
   *
   * @example
   * ```ts
   * const plan = await groups.rollbackPlan('shop', 'before the import');
   * if (plan.every(({ refusal }) => refusal === null)) await groups.rollback('shop', 'before the import');
   * ```
   */
  async rollbackPlan(group: string, mark: string): Promise<RollbackTable[]> {
    return (await this.#rows(statements.rollback(group, mark, true))).map(rollbackTableOf);
  }

  /**
   * Brings all tables of a group back to a mark, exactly or not at all. It is recorded itself, and a mark is set
   * before it: {@link AuditGroups.rollback} to that one undoes it.
   *
   * @returns what was done in each table.
   * @throws AuditSqlError `UA058` to `UA064` with the reason where it is refused.
   */
  async rollback(group: string, mark: string): Promise<RollbackTable[]> {
    return (await this.#rows(statements.rollback(group, mark, false))).map(rollbackTableOf);
  }

  /**
   * The SQL that repeats the changes between two marks, statement by statement, in order.
   *
   * @example
   * ```ts
   * for await (const statement of groups.changesSql('shop', { from: 'before the import' })) file.write(`${statement}\n`);
   * ```
   */
  async *changesSql(group: string, marks: MarkRange = {}): AsyncGenerator<string, void, undefined> {
    const { text, params } = render(statements.changesSql(group, marks));
    const rows = this.#driver.stream<{ statement: string }>(text, params);
    for await (const { statement } of this.#mapped(rows)) yield statement;
  }

  /**
   * The rows of a table as they were at a mark of its group, or at a time, as the driver reads them from the table.
   *
   * @param table the table.
   * @param moment the mark, or the time: a Date, or text that PostgreSQL reads as a timestamptz.
   *
   * @example
   * ```ts
   * for await (const order of groups.tableAt<Order>('shop.orders', { at: '2026-05-01T12:00:00Z' })) console.log(order.id);
   * ```
   */
  async *tableAt<Row = Record<string, unknown>>(
    table: string,
    moment: Moment,
  ): AsyncGenerator<Row, void, undefined> {
    const [found] = await this.#rows(statements.quotedTable(table));
    const [type, value] =
      'mark' in moment
        ? ['text', moment.mark]
        : ['timestamptz', moment.at instanceof Date ? moment.at.toISOString() : moment.at];
    // The name comes quoted from the server: a row type can't be a parameter.
    const rows = this.#driver.stream<Row>(
      `select * from audit.table_at(null::${found?.name}, $1::text::${type})`,
      [value],
    );
    yield* this.#mapped(rows);
  }

  async #rows(statement: Fragment): Promise<Row[]> {
    const { text, params } = render(statement);
    try {
      return (await this.#driver.query<Row>(text, params)).rows;
    } catch (error) {
      throw toAuditError(error);
    }
  }

  async *#mapped<Item>(rows: AsyncIterable<Item>): AsyncGenerator<Item, void, undefined> {
    try {
      yield* rows;
    } catch (error) {
      throw toAuditError(error);
    }
  }
}

/**
 * Makes what works with groups of tables. The role needs the rights that the functions need: usually it is the one that
 * installed the schema.
 *
 * @param driver a connection in the shape of `@audit/client/node-postgres` or `@audit/client/pglite`.
 *
 * @example
 * ```ts
 * const groups = createAuditGroups(nodePostgres(pool));
 * await groups.setMark('shop', 'release 12');
 * ```
 */
export function createAuditGroups<Native>(driver: AuditDriver<Native>): AuditGroups<Native> {
  return new AuditGroups(driver);
}
