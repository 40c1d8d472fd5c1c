-- Grows with every change of what is in the tables below but the audit log, so that a server sees at a glance whether another
-- has changed anything; and whoever changes something waits for its row
create table rules (
    version bigint not null
);
insert into rules (version) values (0);

create table sanction (
    -- BAN or MUTE
    kind     varchar(10)  not null,
    -- g: or m: and the name of a guest or member as it is compared, or a: and an address or a block of them
    subject  varchar(260) not null,
    shown_as varchar(256),
    -- Where a mute holds; empty: everywhere. By name, for a rule holds whether or not there is the room yet
    room     varchar(64)  not null default '',
    -- Null: it never ends
    ends_at  bigint,
    reason   varchar(1000) not null,
    set_by   varchar(256) not null,
    -- 1: by an administrator
    by_admin smallint     not null,
    set_at   bigint       not null,
    primary key (kind, subject, room)
);

create table room_rule (
    room         varchar(64) primary key,
    closed       smallint    not null default 0,
    members_only smallint    not null default 0
);

create table room_member (
    room     varchar(64)  not null,
    member   varchar(260) not null,
    shown_as varchar(256),
    primary key (room, member)
);

-- Rows are added, and never changed or deleted
create table audit (
    id         ${identity},
    at         bigint not null,
    actor      text   not null,
    actor_kind text   not null,
    address    text   not null,
    act        text   not null,
    target     text   not null,
    room       text   not null,
    reason     text   not null,
    outcome    text   not null
);
