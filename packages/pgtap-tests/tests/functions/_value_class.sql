-- audit._value_class(type): how the values of a type are compared and written.

begin;
select plan(1);

create type mood as enum ('ok');
create type pair as (a int, b int);
create domain price as numeric;
create domain prices as price[];

select results_eq(
  $$ select t::regtype::text, audit._value_class(t::regtype)
     from unnest('{int8,text,uuid,timestamptz,mood,numeric,price,float4,interval,char,jsonb,json,int[],json[],interval[],prices,pair,point,int4range}'::text[]) as t $$,
  $$ values ('bigint', 'integer'), ('text', 'string'), ('uuid', 'scalar'), ('timestamp with time zone', 'scalar'), ('mood', 'enum'), ('numeric', 'numeric'),
       ('price', 'numeric'), ('real', 'float'), ('interval', 'approximate'), ('character', 'approximate'), ('jsonb', 'jsonb'), ('json', 'json'),
       ('integer[]', 'array'), ('json[]', 'other array'), ('interval[]', 'other array'), ('prices', 'array'), ('pair', 'other'), ('point', 'other'), ('int4range', 'other') $$,
  'a domain as what is under it, an array by its elements'
);

select * from finish();
rollback;
