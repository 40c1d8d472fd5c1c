#!/usr/bin/env bash
# What a pristine Payara gets for Parley. Adds what is missing and changes nothing that an administrator has set, so it
# can run again. All arguments go to asadmin, as in: configure.sh --port 4949 --user admin --passwordfile file
source "$(dirname "${BASH_SOURCE[0]}")/asadmin.sh"
restart=

buffer=configs.config.server-config.network-config.transports.transport.tcp.socket-write-buffer-size
threads=configs.config.server-config.thread-pools.thread-pool.http-thread-pool.max-thread-pool-size

# Parley's own log category: its level can be changed on the console's logger page while everything else stays quiet.
# The messages go where all others go, into server.log.
if ! lists '^chat\.parley[[:space:]]' list-log-levels; then
  asadmin set-log-levels chat.parley=INFO
fi

# Payara's network layers log a warning with a stack trace for what only a client did: a frame of more than 4 MiB, a stuck
# client that is closed, both sides closing at the same moment. What is worse than a warning is still logged.
for layer in org.glassfish.tyrus org.glassfish.grizzly; do
  if ! lists "^$layer[[:space:]]" list-log-levels; then
    asadmin set-log-levels "$layer=SEVERE"
  fi
done

# For a client that does not read Payara keeps up to four times the size of the socket's send buffer, which the kernel lets
# grow to 4 MB: each stuck client costs 25 MB of heap, and with this 1 MB. Those who read notice nothing (0.94 of the
# deliveries, within what runs differ by). Needs a restart.
if lists "^$buffer=-1$" get "$buffer"; then
  asadmin set "$buffer=65536"
  restart=true
fi

# Payara reads what all clients send with five threads, page requests included; one slow request is felt by everybody.
# Where there is none it gains nothing (0.89 of the deliveries, within what runs differ by). Takes effect at once.
if lists "^$threads=5$" get "$threads"; then
  asadmin set "$threads=32"
fi

# Settings of Parley are system properties: this one, its default spelled out, shows the way. The console lists them
# under server (Admin Server), Properties; the README has all their names.
if ! lists '^parley\.max-connections=' list-system-properties; then
  asadmin create-system-properties parley.max-connections=10000
fi

# An idle connection costs Payara 28 KB: 10,000 of them leave nothing of the heap it comes with. Needs a restart.
if lists '^-Xmx512m$' list-jvm-options; then
  asadmin delete-jvm-options -- -Xmx512m
  asadmin create-jvm-options -- -Xmx1g
  restart=true
fi

if [ -n "$restart" ]; then
  echo 'Restart Payara for the new heap and buffer sizes: asadmin restart-domain'
fi
