-- What lets bots in. They count as rules: whoever adds or deletes one raises the version of those
create table bot_token (
    -- The beginning of the hash
    id          varchar(16)  primary key,
    -- SHA-256 of the secret, which is kept nowhere
    secret_hash varchar(64)  not null,
    name        varchar(256) not null,
    -- Names of roles, commas between them
    roles       varchar(100) not null,
    note        varchar(1000) not null,
    made_by     varchar(256) not null,
    made_at     bigint       not null,
    -- Null: it never ends
    ends_at     bigint,
    -- To the minute; null: never
    used_at     bigint
);
