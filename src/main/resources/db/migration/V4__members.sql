-- Everybody whom the server has signed in, so that no guest takes the name while they are away
create table member (
    -- By which people are compared; then as it is shown
    name     varchar(256) primary key,
    shown_as varchar(256) not null,
    since    bigint       not null
);
