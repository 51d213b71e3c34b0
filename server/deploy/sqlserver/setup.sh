#!/bin/sh
# setup.sh database | rights: the one-shot services `sqlserver-setup` (database, logins, rights) and `sqlserver-rights`
# (rights to the tables that a migration has made). Passwords come by the environment, so that no list of processes shows
# them; sqlcmd takes them from there for $(…) in the scripts.
set -eu
export DATABASE=waiqin MIGRATE_PASSWORD="${SQLSERVER_MIGRATE_PASSWORD:-}" APP_PASSWORD="${SQLSERVER_APP_PASSWORD:-}"
export SQLCMDPASSWORD="$SQLSERVER_SA_PASSWORD"

# -C: these connections trust the certificate that they are shown; the authority is not known in this image.
run() { /opt/mssql-tools18/bin/sqlcmd -S sqlserver -U sa -C -I -b -d "$1" -i "/run/sql/$2"; }

[ "$1" = rights ] || run master 1-database.sql
run "$DATABASE" 2-rights.sql
