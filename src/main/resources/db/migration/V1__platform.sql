-- Spring Session 4.1; principal_name holds the person's id, never an address
create table spring_session (
    primary_id char(36) not null constraint spring_session_pk primary key,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name)
);

-- db-scheduler 16
create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time_idx on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat_idx on scheduled_tasks (last_heartbeat);

-- Bucket4j 8
create table rate_limit (
    id text primary key,
    state bytea,
    expires_at bigint
);

-- Who did what to which study: ids and facts, never content or names.
create table audit_event (
    id bigint generated always as identity primary key,
    study_id bigint,
    person_id bigint,
    action text not null check (length(action) between 1 and 100),
    subject_id text,
    reason text,
    happened_at timestamptz not null default now()
);
create index audit_event_of_study on audit_event (study_id, id desc);
create index audit_event_by_person on audit_event (person_id, id desc);
create index audit_event_by_action on audit_event (action, id desc);

create function audit_event_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log is append-only';
end $$;
create trigger audit_event_is_append_only before update or delete on audit_event
    for each row execute function audit_event_is_append_only();
create trigger audit_event_is_never_emptied before truncate on audit_event
    for each statement execute function audit_event_is_append_only();

-- A mail is written in the transaction of what it tells of; a job sends it once.
create table mail_outbox (
    id bigint generated always as identity primary key,
    study_id bigint,
    about text not null,
    recipient text not null,
    kind text not null,
    sequence int not null default 0,
    subject text not null,
    body text,
    calendar text,
    calendar_method text check (calendar_method in ('REQUEST', 'CANCEL')),
    created_at timestamptz not null default now(),
    attempts int not null default 0,
    sent_at timestamptz,
    constraint mail_once_per_recipient_kind_and_sequence unique (about, recipient, kind, sequence),
    check (calendar is null or calendar_method is not null)
);
-- Numbers mails of which each is to be sent, also two of a kind within a moment.
create sequence mail_number as int;
create index mail_outbox_waiting on mail_outbox (id) where sent_at is null;
