#!/bin/sh
# Installs the audit schema at the first start, where AUDIT_INSTALL says so.
set -eu
script=/usr/local/share/audit/install.sql
if [ "${AUDIT_INSTALL:-no}" = yes ]; then
  if [ ! -e "$script" ]; then
    echo 'AUDIT_INSTALL: this image was built without the schema. Build it with npm run docker:build, or use audit-cli install.' >&2
    exit 1
  fi
  psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
    --file "$script"
fi
