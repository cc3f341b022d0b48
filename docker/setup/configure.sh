#!/bin/sh
# What each cluster that this image initialises starts with, and an entrypoint where the base has none.
set -eu

for sample in /usr/share/postgresql/postgresql.conf.sample "/usr/share/postgresql/$PG_MAJOR/postgresql.conf.sample"; do
  [ -e "$sample" ] || continue
  cat /usr/local/lib/audit/postgresql.conf >>"$sample"
  # In the official image the one is a link to the other.
  break
done

if ! command -v docker-entrypoint.sh >/dev/null; then
  install --mode 755 /usr/local/lib/audit/entrypoint.sh /usr/local/bin/docker-entrypoint.sh
  install --directory --mode 700 --owner postgres --group postgres /var/lib/postgresql/data
  install --directory --mode 775 --owner postgres --group postgres /var/run/postgresql
fi
