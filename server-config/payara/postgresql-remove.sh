#!/usr/bin/env bash
# Takes back what postgresql.sh does, whatever values it has by now. The database keeps what is in it. Can run again.
# All arguments go to asadmin, as in: postgresql-remove.sh --port 4949 --user admin --passwordfile file
set -euo pipefail

asadmin() {
  "${ASADMIN:-asadmin}" --interactive=false "${access[@]}" "$@"
}
access=("$@")

# Whether a line of what an asadmin command lists matches
lists() {
  local listing
  listing=$(asadmin "${@:2}") || exit 1
  grep -q -e "$1" <<<"$listing"
}

if lists '^parley\.datasource=' list-system-properties; then
  asadmin delete-system-property parley.datasource
fi

if lists '^jdbc/parley$' list-jdbc-resources; then
  asadmin delete-jdbc-resource jdbc/parley
fi

if lists '^parley$' list-jdbc-connection-pools; then
  asadmin delete-jdbc-connection-pool parley
fi

for driver in $(asadmin list-libraries | grep -o '^postgresql.*\.jar$'); do
  asadmin remove-library "$driver"
done
