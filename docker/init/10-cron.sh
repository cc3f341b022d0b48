#!/bin/sh
# pg_cron lives in one database: the one that was asked for. The server is restarted after the first start.
set -eu
psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --command "alter system set cron.database_name = '$(printf %s "$POSTGRES_DB" | sed "s/'/''/g")'"
