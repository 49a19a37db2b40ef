#!/bin/sh
# Starts a streaming replica of PGHOST: copies the primary once, then follows it through a slot that keeps what it has not read yet.
set -eu
export PGPASSWORD="$REPLICATION_PASSWORD" PGUSER=replication
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  # What a copy that was cut off has left here and there; otherwise the primary would keep its log for nobody.
  rm -rf "${PGDATA:?}" "$PGDATA.copy"
  psql -d postgres -Atc "select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = 'replica' and not active" > /dev/null
  # Renamed when it is whole, so that a half copy never looks like data.
  pg_basebackup --pgdata "$PGDATA.copy" --create-slot --slot replica --wal-method stream --write-recovery-conf --checkpoint fast
  mv "$PGDATA.copy" "$PGDATA"
fi
unset PGPASSWORD
exec docker-entrypoint.sh "$@"
