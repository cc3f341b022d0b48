import type { TestFile } from './files.js';
import { unmetNeed } from './needs.js';
import type { FileResult } from './results.js';
import type { Server, Template } from './session.js';
import { freshTemplate } from './template.js';
import { releasedVersions, upgradedTemplate } from './upgrade.js';

/** A file to run, and what its database starts from. */
export interface Job {
  file: TestFile;
  template: Template;
}

/**
 * The files of the folder `upgrade` run once for each released version; those that say
 * `-- Engines: both` once with each engine of the JSON diffs that the server has.
 */
export function jobsFor(server: Server, files: readonly TestFile[]): Job[] {
  const fresh = freshTemplate(server);
  const plv8 = server.extensions.includes('plv8');
  return files.flatMap((file) => {
    if (file.name.startsWith('upgrade/')) {
      return releasedVersions().map((version) =>
        named(file, `from ${version}`, upgradedTemplate(server, version)),
      );
    }
    if (!/^-- Engines: both$/m.test(file.script)) return { file, template: fresh };
    return [
      named(file, 'in sql', freshTemplate(server, 'sql')),
      ...(plv8 ? [named(file, 'in plv8', freshTemplate(server, 'plv8'))] : []),
    ];
  });
}

function named(file: TestFile, how: string, template: Template): Job {
  return { file: { ...file, name: `${file.name} ${how}` }, template };
}

/** The result of a file that the server can't run; undefined for one that it can. */
export function leftOut({ file }: Job, server: Server): FileResult | undefined {
  const reason = unmetNeed(file.script, server);
  if (reason === undefined) return undefined;
  return {
    file: file.name,
    passed: 0,
    failed: 0,
    skipped: [reason],
    problems: [],
    milliseconds: 0,
  };
}
