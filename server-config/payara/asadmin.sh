# What the scripts of this folder have in common; each sources it. Their arguments go to asadmin, before its command.
set -euo pipefail

access=("$@")

asadmin() {
  "${ASADMIN:-asadmin}" --interactive=false "${access[@]}" "$@"
}

# Whether a line of what an asadmin command lists matches
lists() {
  local listing
  listing=$(asadmin "${@:2}") || exit 1
  grep -q -e "$1" <<<"$listing"
}
