#!/bin/sh
# Installs, of plv8, pg_cron, pgTAP and pg_prove, what the base image lacks, as packages. Nothing is compiled, and
# nothing that is needed only here stays behind.
set -eu
export DEBIAN_FRONTEND=noninteractive

extensions=/usr/share/postgresql/$PG_MAJOR/extension
install() { apt-get install --yes --no-install-recommends "$@"; }

[ -d "$extensions" ] || {
  echo "The base image has no PostgreSQL $PG_MAJOR: say which it has with --build-arg PG_MAJOR=…" >&2
  exit 1
}

apt-get update
[ -e "$extensions/pg_cron.control" ] || install "postgresql-$PG_MAJOR-cron"
[ -e "$extensions/pgtap.control" ] || install "postgresql-$PG_MAJOR-pgtap"
command -v pg_prove >/dev/null || install libtap-parser-sourcehandler-pgtap-perl

if [ ! -e "$extensions/plv8.control" ]; then
  install ca-certificates
  codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
  key=/etc/apt/trusted.gpg.d/audit-extensions.asc
  list=/etc/apt/sources.list.d/audit-extensions.list
  /usr/lib/apt/apt-helper download-file "$EXTENSION_KEY_URL" "$key"
  # Only what this one key has signed, whatever else the downloaded file holds.
  echo "deb [signed-by=$EXTENSION_KEY] $EXTENSION_SOURCE/$codename $codename main" >"$list"
  apt-get update
  install "postgresql-$PG_MAJOR-plv8"
  rm "$key" "$list"
fi

apt-get clean
rm -rf /var/lib/apt/lists/* /var/log/apt /var/log/dpkg.log /var/cache/debconf/*-old
