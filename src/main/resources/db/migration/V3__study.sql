create table study (
    id bigint generated always as identity primary key,
    name text not null check (length(name) between 1 and 200),
    purpose text not null default '' check (length(purpose) <= 2000),
    created_by bigint not null references person,
    created_at timestamptz not null,
    version int not null default 0
);
alter table audit_event add constraint audit_event_study_fk foreign key (study_id) references study;
alter table mail_outbox add constraint mail_outbox_study_fk foreign key (study_id) references study;

-- What the lead decided about a step, over or beside its criteria; the newest counts.
create table step_ruling (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    step text not null check (step in ('TEAM', 'GUIDE', 'SESSIONS', 'REVIEW', 'ACTION')),
    kind text not null check (kind in ('OVERRIDDEN', 'REOPENED', 'COMPLETED')),
    reason text not null check (length(reason) between 1 and 1000),
    person_id bigint not null references person,
    ruled_at timestamptz not null
);
create index step_ruling_of_study on step_ruling (study_id, step, id desc);
