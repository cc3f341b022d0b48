create or replace function audit._value_class(type oid) returns text
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_value_class.sql
declare
  base  constant oid := audit._base_type(type);
  facts record;
begin
  case
    when base = any ('{int2,int4,int8}'::regtype[]::oid[]) then return 'integer';
    when base = any ('{text,varchar,name}'::regtype[]::oid[]) then return 'string';
    when base = any ('{bool,uuid,date,timestamp,timestamptz,time,timetz,bytea,inet,cidr,macaddr,macaddr8,"\"char\"",oid}'::regtype[]::oid[])
      then return 'scalar';
    when base = 'numeric'::regtype then return 'numeric';
    when base = any ('{float4,float8}'::regtype[]::oid[]) then return 'float';
    when base = any ('{bpchar,interval,money,bit,varbit,xml,tsvector,pg_lsn}'::regtype[]::oid[]) then return 'approximate';
    when base = 'jsonb'::regtype then return 'jsonb';
    when base = 'json'::regtype then return 'json';
    else
      select t.typtype, t.typelem, t.typsubscript into strict facts from pg_type as t where t.oid = base;
      if facts.typtype = 'e' then
        -- enum_out takes no domain.
        return case when base = type then 'enum' else 'other' end;
      elsif facts.typelem = 0 or facts.typsubscript <> 'array_subscript_handler'::regproc then
        return 'other';
      elsif audit._value_class(facts.typelem) in ('integer', 'string', 'scalar', 'numeric', 'float', 'jsonb') then
        return 'array';
      end if;
      return 'other array';
  end case;
end
$function$;

comment on function audit._value_class(oid) is
  'How the values of a type are compared and written: integer, string, scalar and enum (equal means the same text), numeric, float and approximate (equal values can differ in text: 1.0 and 1.00), jsonb, json, array (equal means equal jsonb), other array or other (compared by their jsonb, which may not even exist).';

revoke all on function audit._value_class(oid) from public;
