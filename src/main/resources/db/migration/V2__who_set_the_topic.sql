-- Who set a room's topic, as the name is shown, and when; empty and 0 until somebody has
alter table room add column topic_by varchar(256) not null default '';
alter table room add column topic_at bigint not null default 0;
