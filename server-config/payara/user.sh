#!/usr/bin/env bash
# A user of Payara's realm "file", who can sign in at once. Leaves one who is there already as they are, password and groups too, so
# it can run again. All arguments go to asadmin, as in: user.sh --port 4949 --user admin --passwordfile file
#
# From the environment: the name, PARLEY_USER; the password, PARLEY_USER_PASSWORD; groups with commas between them, if any,
# PARLEY_USER_GROUPS, of which parley-admin and parley-moderator mean something to Parley.
source "$(dirname "${BASH_SOURCE[0]}")/asadmin.sh"

: "${PARLEY_USER:?Say what the user is called}"
: "${PARLEY_USER_PASSWORD:?Say what the password is}"

# asadmin takes passwords from one file alone, so the administrator's own, if there is a file for it, goes along.
# Only the one who runs this script can read what is made here, and it is gone at the end.
passwords=$(mktemp)
trap 'rm -f "$passwords"' EXIT
sed 's/\\/\\\\/g; s/^/AS_ADMIN_USERPASSWORD=/' <<<"$PARLEY_USER_PASSWORD" >"$passwords"
own=
for i in "${!access[@]}"; do
  if [ "${access[i]}" = --passwordfile ]; then
    cat "${access[i + 1]}" >>"$passwords"
    access[i + 1]=$passwords
    own=true
  fi
done
if [ -z "$own" ]; then
  access+=(--passwordfile "$passwords")
fi

if ! lists "^${PARLEY_USER//./\\.}\$" list-file-users; then
  asadmin create-file-user --groups "${PARLEY_USER_GROUPS//,/:}" "$PARLEY_USER"
fi
