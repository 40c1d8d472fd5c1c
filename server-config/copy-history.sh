#!/usr/bin/env bash
# Copies all that was said from one database into another that is empty: from Parley's file to PostgreSQL, or back.
#
#   copy-history.sh parley.war FROM INTO
#
# FROM and INTO are each the directory that is parley.home, or a JDBC URL as jdbc:postgresql://db.example.org/parley. For a URL
# the environment names the driver's jar (PARLEY_DB_DRIVER), the user (PARLEY_DB_USER) and the password (PARLEY_DB_PASSWORD).
# No Parley may be running on either of them. Nothing is changed in FROM; INTO gets everything or nothing.
set -euo pipefail

if [ $# -ne 3 ]; then
  sed -n '2,9s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
war=$(realpath "$1")
unpacked=$(mktemp -d)
trap 'rm -rf "$unpacked"' EXIT
(cd "$unpacked" && "${JAVA_HOME:+$JAVA_HOME/bin/}jar" xf "$war" WEB-INF/classes WEB-INF/lib)
"${JAVA_HOME:+$JAVA_HOME/bin/}java" \
  -cp "$unpacked/WEB-INF/classes:$unpacked/WEB-INF/lib/*${PARLEY_DB_DRIVER:+:$PARLEY_DB_DRIVER}" \
  chat.parley.history.CopyHistory "$2" "$3"
