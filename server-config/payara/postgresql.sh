#!/usr/bin/env bash
# A data source of Payara's for Parley's history in PostgreSQL. Adds what is missing and changes nothing that is there already, so
# it can run again. All arguments go to asadmin, as in: postgresql.sh --port 4949 --user admin --passwordfile file
#
# From the environment of this script: where the driver's jar is, PARLEY_DB_DRIVER; where the database is, PARLEY_DB_URL; its user,
# PARLEY_DB_USER. The password stands in the environment of the server, PARLEY_DB_PASSWORD, and the configuration has only that name.
source "$(dirname "${BASH_SOURCE[0]}")/asadmin.sh"

# A property's value as asadmin takes it: an unescaped colon would begin the next property
property() {
  sed 's/[\\:=]/\\&/g' <<<"$1"
}

if ! lists '^postgresql.*\.jar$' list-libraries; then
  asadmin add-library "${PARLEY_DB_DRIVER:?Say where the jar of the PostgreSQL driver is}"
fi

# A connection is looked at before it is lent, so that a database that was gone is found again. Nothing waits for ever: not for
# a connection of the pool, not for a new one, not for an answer. Messages that are stored together go in one statement.
if ! lists '^parley$' list-jdbc-connection-pools; then
  asadmin create-jdbc-connection-pool \
    --restype javax.sql.DataSource --datasourceclassname org.postgresql.ds.PGSimpleDataSource \
    --steadypoolsize 0 --maxpoolsize 10 --poolresize 1 --maxwait 5000 --nontransactionalconnections=true \
    --isconnectvalidatereq=true --validationmethod custom-validation --failconnection=true \
    --validationclassname org.glassfish.api.jdbc.validation.PostgresConnectionValidation \
    --property "$(
      printf 'URL=%s:user=%s:password=%s:connectTimeout=5:socketTimeout=10:reWriteBatchedInserts=true' \
        "$(property "${PARLEY_DB_URL:-jdbc:postgresql://localhost:5432/parley}")" \
        "$(property "${PARLEY_DB_USER:-parley}")" \
        "$(property '${ENV=PARLEY_DB_PASSWORD}')"
    )" parley
fi
if ! lists '^jdbc/parley$' list-jdbc-resources; then
  asadmin create-jdbc-resource --connectionpoolid parley jdbc/parley
fi

if ! lists '^parley\.datasource=' list-system-properties; then
  asadmin create-system-properties parley.datasource=jdbc/parley
fi
