#!/usr/bin/env bash
# Takes away the user of Payara's realm "file" whom PARLEY_USER names in the environment. Can run again.
# All arguments go to asadmin, as in: user-remove.sh --port 4949 --user admin --passwordfile file
source "$(dirname "${BASH_SOURCE[0]}")/asadmin.sh"

: "${PARLEY_USER:?Say what the user is called}"

if lists "^${PARLEY_USER//./\\.}\$" list-file-users; then
  asadmin delete-file-user "$PARLEY_USER"
fi
