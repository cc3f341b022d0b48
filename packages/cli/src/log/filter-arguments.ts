import type { Action } from '@audit/client';
import { InvalidArgumentError } from 'commander';

const actions: Record<string, Action> = {
  i: 'I',
  insert: 'I',
  u: 'U',
  update: 'U',
  d: 'D',
  delete: 'D',
  t: 'T',
  truncate: 'T',
};

/** `insert,update`, or their first letters; given more than once, any of them. */
export function actionsArgument(text: string, before: readonly Action[] = []): readonly Action[] {
  const named = text.split(',').map((name) => {
    const action = actions[name.trim().toLowerCase()];
    if (action === undefined) {
      throw new InvalidArgumentError('Actions are insert, update, delete and truncate.');
    }
    return action;
  });
  return [...before, ...named];
}

/** Given once for each column of the key, in key order. */
export function keyArgument(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

export function transactionArgument(text: string): bigint {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It is a whole number.');
  return BigInt(text);
}

export function limitArgument(text: string): number {
  const limit = Number(text);
  if (!Number.isSafeInteger(limit) || limit < 1) {
    throw new InvalidArgumentError('It is a whole number from 1 on.');
  }
  return limit;
}
