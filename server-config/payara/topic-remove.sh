#!/usr/bin/env bash
# Takes back what topic.sh does. Can run again.
# All arguments go to asadmin, as in: topic-remove.sh --port 4949 --user admin --passwordfile file
source "$(dirname "${BASH_SOURCE[0]}")/asadmin.sh"

if lists '^jms/parley$' list-jms-resources; then
  asadmin delete-jms-resource jms/parley
fi
