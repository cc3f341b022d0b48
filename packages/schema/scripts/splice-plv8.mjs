// Writes src/generated/plv8_diff.sql: the signature in sql/functions/plv8/_plv8_diff.sql around the
// code in src/plv8, as it will read in `\sf`. With --check it only says whether the file is current.
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
const delimiter = '$plv8$';

/** The entry and the files that it needs, each after those that it needs itself. */
function filesOf(file, found = new Set()) {
  for (const { fileName } of ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles) {
    if (!/^\.\/[\w-]+\.js$/.test(fileName)) {
      throw new Error(`${file} imports ${fileName}: plv8 has nothing but the files of this folder`);
    }
    const imported = join(dirname(file), fileName.replace(/\.js$/, '.ts'));
    if (!found.has(imported)) filesOf(imported, found);
  }
  return found.add(file);
}

/** The file as JavaScript: each statement with its comments, without imports and exports. */
function statementsOf(file) {
  const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
    fileName: file,
    compilerOptions: { target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.ESNext },
  });
  const source = ts.createSourceFile(file, outputText, ts.ScriptTarget.ES2020);
  return source.statements
    .filter((statement) => !ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement))
    .map((statement) => ({
      names: declaredNames(statement),
      text: statement
        .getFullText(source)
        .trim()
        .replace(/^export /m, ''),
    }));
}

function declaredNames(statement) {
  const declarations = ts.isVariableStatement(statement)
    ? statement.declarationList.declarations
    : [statement];
  return declarations.map(({ name }) => name.text);
}

/** The compiler has dropped the empty lines: one is put back before each statement. */
function codeOf(files) {
  const declaredIn = new Map();
  const parts = [];
  for (const file of files) {
    const path = relative(root, file);
    parts.push(`// ${path}`);
    for (const { names, text } of statementsOf(file)) {
      for (const name of names) {
        if (declaredIn.has(name)) {
          throw new Error(`${name} is declared in ${declaredIn.get(name)} and again in ${path}`);
        }
        declaredIn.set(name, path);
      }
      parts.push(text);
    }
  }
  return parts.join('\n\n');
}

const code = codeOf(filesOf(entry));
if (code.includes(delimiter))
  throw new Error(`the code holds ${delimiter}, which would end its body`);

const signature = readFileSync(template, 'utf8');
if (signature.split(placeholder).length !== 2 || signature.split(delimiter).length !== 3) {
  throw new Error(`${template} must hold ${placeholder} once, and ${delimiter} at both ends of it`);
}
const generated = signature
  .slice(signature.indexOf('create '))
  .replace(placeholder, () => code)
  .replace(/^/, '-- Written by `npm run generate:plv8`. Do not edit.\n\n');

if (!process.argv.includes('--check')) {
  writeFileSync(target, generated);
} else if (readFileSync(target, 'utf8') !== generated) {
  console.error(`${relative(root, target)} is out of date: npm run generate:plv8`);
  process.exitCode = 1;
}
