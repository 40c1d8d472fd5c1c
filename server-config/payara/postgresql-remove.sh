#!/usr/bin/env bash
# Takes back what postgresql.sh does, whatever values it has by now. The database keeps what is in it. Can run again.
# All arguments go to asadmin, as in: postgresql-remove.sh --port 4949 --user admin --passwordfile file
source "$(dirname "${BASH_SOURCE[0]}")/asadmin.sh"

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
