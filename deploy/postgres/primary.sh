#!/bin/sh
# Runs once, when the primary's data folder is made: the hub's role and database, and who may replicate.
set -eu
psql -v ON_ERROR_STOP=1 --username postgres --dbname postgres \
  -v hub_password="$HUB_DATABASE_PASSWORD" -v replication_password="$REPLICATION_PASSWORD" -f /deploy/roles.sql
# `all` in the image's own line names databases; replication is none.
echo 'host replication replication all scram-sha-256' >> "$PGDATA/pg_hba.conf"
