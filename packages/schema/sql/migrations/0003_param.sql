-- Settings of the installation as a whole, one row each.

create table audit.param (
  param_key        text not null primary key,
  param_value_text text
);

comment on table audit.param is 'Settings of the installation, for example the engine that computes JSON diffs.';
comment on column audit.param.param_key is 'Name of the setting.';
comment on column audit.param.param_value_text is 'Its value.';

insert into audit.param (param_key, param_value_text) values ('engine', 'sql');
