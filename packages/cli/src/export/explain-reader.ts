import { AuditError } from '@audit/schema';

/** What to do about an error of a reader, in the words of the command line. */
const hints: Record<string, string> = {
  UA033:
    'Repeat the options that it was made with, take another name, or begin anew: audit-cli export --incremental … --reset with another file.',
  UA034:
    'Begin anew in another file with audit-cli export --incremental … --reset, or go on after the last record that you have: --reset --after-id ID. After pg_upgrade: select audit.settle_log(same_log => true).',
};

/** Runs `work`; an error of its reader comes with a hint for the command line. */
export async function explainReader<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string };
    const hint = hints[code];
    if (hint === undefined) throw error;
    throw new AuditError(message, { code, hint, cause: error });
  }
}
