#!/usr/bin/env bash
# Takes back what configure.sh does; threads and heap only where they still have the values that it gave. Can run again.
# All arguments go to asadmin, as in: remove.sh --port 4949 --user admin --passwordfile file
source "$(dirname "${BASH_SOURCE[0]}")/asadmin.sh"
restart=

buffer=configs.config.server-config.network-config.transports.transport.tcp.socket-write-buffer-size
threads=configs.config.server-config.thread-pools.thread-pool.http-thread-pool.max-thread-pool-size

if lists '^chat\.parley[[:space:]]' list-log-levels; then
  asadmin delete-log-levels chat.parley
fi

for layer in org.glassfish.tyrus org.glassfish.grizzly; do
  if lists "^$layer[[:space:]]" list-log-levels; then
    asadmin delete-log-levels "$layer"
  fi
done

if lists "^$buffer=65536$" get "$buffer"; then
  asadmin set "$buffer=-1"
  restart=true
fi

if lists "^$threads=32$" get "$threads"; then
  asadmin set "$threads=5"
fi

if lists '^parley\.max-connections=' list-system-properties; then
  asadmin delete-system-property parley.max-connections
fi

if lists '^-Xmx1g$' list-jvm-options; then
  asadmin delete-jvm-options -- -Xmx1g
  asadmin create-jvm-options -- -Xmx512m
  restart=true
fi

if [ -n "$restart" ]; then
  echo 'Restart Payara for the old heap and buffer sizes: asadmin restart-domain'
fi
