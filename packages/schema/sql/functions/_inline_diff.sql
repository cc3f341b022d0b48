create or replace function audit._inline_diff(before text, after text, diff_type text) returns text
language plpgsql
immutable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_inline_diff.sql
-- What _diff_object and _diff_other compute, without a call for each row.
begin
  if diff_type = 'other' then
    return format(
      $sql$'{"diffType": "other", "content": ' || to_json(coalesce(%s::text, 'null') || ' -> ' || coalesce(%s::text, 'null'))::text || '}'$sql$,
      before, after
    );
  end if;
  return format(
    $sql$(
          select concat(
            '{"diffType": "object"',
            string_agg(concat(
              ', ', to_json(case when ltrim(member.name, '∆') = 'diffType' then '∆' else '' end || member.name)::text,
              ': ', to_json(coalesce((%1$s -> member.name)::text, 'null') || ' -> ' || coalesce((%2$s -> member.name)::text, 'null'))::text
            ), ''),
            '}'
          )
          from (select jsonb_object_keys(%1$s || %2$s) as name offset 0) as member
          where (%1$s -> member.name) is distinct from (%2$s -> member.name)
        )$sql$,
    before, after
  );
end
$function$;

comment on function audit._inline_diff(text, text, text) is
  'SQL expression for the diff, as text, of two different JSON documents that are objects (object) or any but SQL''s null (other); before and after are expressions of type jsonb.';

revoke all on function audit._inline_diff(text, text, text) from public;
