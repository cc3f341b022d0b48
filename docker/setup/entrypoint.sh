#!/bin/sh
# For a base image that has no docker-entrypoint.sh: what the official one does, as far as this image needs it. Where
# there is no cluster yet it makes one, runs /docker-entrypoint-initdb.d, and then becomes the server.
set -eu

export PGDATA="${PGDATA:-/var/lib/postgresql/data}"
export POSTGRES_USER="${POSTGRES_USER:-postgres}"
export POSTGRES_DB="${POSTGRES_DB:-$POSTGRES_USER}"

initialise() {
  : "${POSTGRES_PASSWORD:?is not set: the database needs a password, docker run -e POSTGRES_PASSWORD=…}"
  passwords=$(mktemp)
  printf '%s\n' "$POSTGRES_PASSWORD" >"$passwords"
  initdb --username "$POSTGRES_USER" --pwfile "$passwords" --encoding UTF8 --locale C.UTF-8 --auth-local trust
  rm "$passwords"
  echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"

  pg_ctl start --wait --options "-c listen_addresses=''"
  export PGUSER="$POSTGRES_USER" PGDATABASE="$POSTGRES_DB"
  [ "$POSTGRES_DB" = postgres ] || createdb --maintenance-db postgres "$POSTGRES_DB"
  for script in /docker-entrypoint-initdb.d/*; do
    case $script in
      *.sh) sh "$script" ;;
      *.sql) psql --no-psqlrc --set ON_ERROR_STOP=1 --file "$script" ;;
    esac
  done
  unset PGUSER PGDATABASE
  pg_ctl stop --wait --mode fast
}

if [ "${1:-}" = postgres ] && [ ! -s "$PGDATA/PG_VERSION" ]; then initialise; fi
exec "$@"
