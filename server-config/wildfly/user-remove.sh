#!/usr/bin/env bash
# Takes away the user of WildFly's ApplicationRealm whom PARLEY_USER names in the environment. Can run again.
# The argument is the server's configuration directory, as in: user-remove.sh /opt/wildfly/standalone/configuration
set -euo pipefail

: "${PARLEY_USER:?Say what the user is called}"

# Written into the files that are there, which keep their owner and mode
for file in application-users application-roles; do
  path=${1:?Say where the configuration directory of the server is}/$file.properties
  # 1 says that no line is left, which is no fault
  kept=$(grep -v "^${PARLEY_USER//./\\.}=" "$path") || [ $? -eq 1 ]
  if [ "$kept" != "$(<"$path")" ]; then
    printf '%s\n' "$kept" >"$path"
  fi
done
