// Writes src/generated/plv8_diff.sql: the signature in sql/functions/plv8/_plv8_diff.sql around the
// code in src/plv8, as it reads in `\sf`. With --check it only says whether the file is up to date.
//
//   node scripts/splice-plv8.mjs [--check]

import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const entry = join(root, 'src/plv8/diff.ts');
const template = join(root, 'sql/functions/plv8/_plv8_diff.sql');
const target = join(root, 'src/generated/plv8_diff.sql');
const placeholder = '// {{code}}';
const command = 'npm run generate:plv8';

/** The files that `file` needs, itself the last: what is used comes before what uses it. */
function filesOf(file, found = new Set()) {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'));
  for (const { fileName } of importedFiles) {
    if (!/^\.\/[\w-]+\.js$/.test(fileName)) {
      throw new Error(`${file} imports ${fileName}: code for plv8 may only import its own folder`);
    }
    const imported = join(dirname(file), fileName.replace(/\.js$/, '.ts'));
    if (!found.has(imported)) filesOf(imported, found);
  }
  return found.add(file);
}

/** The file's statements in JavaScript, their comments kept, its imports and exports gone. */
function statementsOf(file) {
  const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
    fileName: file,
    compilerOptions: {
      target: ts.ScriptTarget.ES2020,
      module: ts.ModuleKind.ESNext,
      removeComments: false,
      verbatimModuleSyntax: true,
    },
  });
  const source = ts.createSourceFile(file, outputText, ts.ScriptTarget.ES2020);
  return source.statements
    .filter((s) => !ts.isImportDeclaration(s))
    .map((s) =>
      s
        .getFullText(source)
        .trim()
        .replace(/^export /m, ''),
    );
}
const code = [...filesOf(entry)]
  .flatMap((f) => [`// ${relative(root, f)}`, ...statementsOf(f)])
  .join('\n\n');
writeFileSync(
  target,
  readFileSync(template, 'utf8').replace(placeholder, () => code),
);
