-- The signature of the diff code in JavaScript. What is installed is src/generated/plv8_diff.sql, where
-- `npm run generate:plv8` has put the code from src/plv8 in the place of the line that names it.

create or replace function audit._plv8_diff(diff_type text, before text, after text, key text[]) returns text
language plv8
immutable
parallel safe
set search_path = pg_catalog, pg_temp
as $plv8$
// Source: packages/schema/src/plv8/diff.ts
// Do not edit: `npm run generate:plv8` writes this function.

// The functions are made once per session, not for every call.
const self = arguments.callee;
self.diffJson ??= makeDiffJson();
return self.diffJson(diff_type, before, after, key);

function makeDiffJson() {
// {{code}}

return diffJson;
}
$plv8$;

comment on function audit._plv8_diff(text, text, text, text[]) is
  'The diff of two JSON documents, given and returned as text: the declared type, both documents as jsonb prints them, and the key fields of an objectArray; null when they are equal.';

revoke all on function audit._plv8_diff(text, text, text, text[]) from public;
