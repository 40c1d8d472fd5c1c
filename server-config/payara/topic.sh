#!/usr/bin/env bash
# A JMS topic of Payara's for several Parleys that belong together: jms/parley, by the message broker and the connection factory
# that every Payara has. Adds it when it is missing, so it can run again. Parley does not use it yet.
# All arguments go to asadmin, as in: topic.sh --port 4949 --user admin --passwordfile file
source "$(dirname "${BASH_SOURCE[0]}")/asadmin.sh"

if ! lists '^jms/parley$' list-jms-resources; then
  asadmin create-jms-resource --restype jakarta.jms.Topic --property Name=parley jms/parley
fi
