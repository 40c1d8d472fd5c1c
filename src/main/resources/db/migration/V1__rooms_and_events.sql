-- One script for SQLite and PostgreSQL; what differs is a placeholder (see Dialect). Times are milliseconds since 1970.
create table room (
    id         ${identity},
    name       varchar(64) not null unique,
    topic      varchar(1000) not null default '',
    epoch      varchar(36) not null,
    created_at bigint      not null,
    -- The oldest event that is kept; those before it were deleted by a retention rule
    first_seq  bigint      not null default 1,
    last_seq   bigint      not null default 0,
    last_at    bigint      not null default 0,
    -- As the setting parley.retention is written; null: as that says
    retention  varchar(20)
);

create table event (
    -- No foreign key: whoever adds an event has just updated its room's row, and to look for it again costs every row
    room_id   bigint      not null,
    seq       bigint      not null,
    -- 0: a message
    kind      smallint    not null,
    -- g: or m: for guest or member, and the name by which people are compared; then the name as shown where it is another
    sender    varchar(260) not null,
    shown_as  varchar(256),
    client_id varchar(64) not null,
    body      text        not null,
    sent_at   bigint      not null,
    primary key (room_id, seq)
) ${clustered};

-- Nobody says the same thing twice. The client's id first: ids that begin with the time, as the page makes them, go where the
-- last ones went, whoever says it, and a batch touches a page or two of the index and not one for each message
create unique index event_said on event (client_id, sender);

create table secret (
    name  varchar(40)  primary key,
    value varchar(100) not null
);
