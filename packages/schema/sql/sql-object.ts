/** One step of the schema's history. Immutable once released. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** One object of the schema's behaviour: created or replaced on each install. */
export interface SqlObject {
  readonly name: string;
  readonly sql: string;
}
