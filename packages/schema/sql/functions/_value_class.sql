create or replace function audit._value_class(type oid) returns text
language sql
stable
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/_value_class.sql
  select case
    when b.type = any ('{int2,int4,int8}'::regtype[]::oid[]) then 'integer'
    when b.type = any ('{text,varchar,name}'::regtype[]::oid[]) then 'string'
    when b.type = any ('{bool,uuid,date,timestamp,timestamptz,time,timetz,bytea,inet,cidr,macaddr,macaddr8,"\"char\"",oid}'::regtype[]::oid[])
      then 'scalar'
    when b.type = 'numeric'::regtype then 'numeric'
    when b.type = any ('{float4,float8}'::regtype[]::oid[]) then 'float'
    when b.type = any ('{bpchar,interval,money,bit,varbit,xml,tsvector,pg_lsn}'::regtype[]::oid[]) then 'approximate'
    when b.type = 'jsonb'::regtype then 'jsonb'
    when b.type = 'json'::regtype then 'json'
    when t.typtype = 'e' then 'enum'
    when t.typelem <> 0 and t.typsubscript = 'array_subscript_handler'::regproc then
      case
        when audit._value_class(t.typelem) in ('integer', 'string', 'scalar', 'numeric', 'float', 'jsonb') then 'array'
        else 'other array'
      end
    else 'other'
  end
  from (select audit._base_type(_value_class.type) as type) as b
  join pg_type as t on t.oid = b.type;
$function$;

comment on function audit._value_class(oid) is
  'How the values of a type are compared and written: integer, string, scalar and enum (equal means the same text), numeric, float and approximate (equal values can differ in text: 1.0 and 1.00), jsonb, json, array (equal means equal jsonb), other array or other (compared by their jsonb, which may not even exist).';

revoke all on function audit._value_class(oid) from public;
