#!/usr/bin/env bash
# A user of WildFly's ApplicationRealm, who can sign in at once. Leaves one who is there already as they are, password and groups
# too, so it can run again. The argument is the server's configuration directory, as in: user.sh /opt/wildfly/standalone/configuration
#
# From the environment: the name, PARLEY_USER; the password, PARLEY_USER_PASSWORD; groups with commas between them, if any,
# PARLEY_USER_GROUPS, of which parley-admin and parley-moderator mean something to Parley.
#
# This writes what `add-user.sh -a` writes, which takes passwords on its command line alone, where all users of the machine can
# read them.
set -euo pipefail

users=${1:?Say where the configuration directory of the server is}/application-users.properties
roles=$1/application-roles.properties
: "${PARLEY_USER:?Say what the user is called}"
: "${PARLEY_USER_PASSWORD:?Say what the password is}"
if [[ ! $PARLEY_USER =~ ^[A-Za-z0-9._-]+$ ]]; then
  echo 'A name is made of letters, digits, dots, dashes and underscores' >&2
  exit 1
fi

if ! grep -q "^${PARLEY_USER//./\\.}=" "$users"; then
  hash=$(printf '%s:ApplicationRealm:%s' "$PARLEY_USER" "$PARLEY_USER_PASSWORD" | md5sum)
  printf '%s=%s\n' "$PARLEY_USER" "${PARLEY_USER_GROUPS:-}" >>"$roles"
  printf '%s=%s\n' "$PARLEY_USER" "${hash%% *}" >>"$users"
fi
