create table member (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    person_id bigint not null references person,
    credentials text not null default '' check (length(credentials) <= 200),
    occupation text not null default '' check (length(occupation) <= 200),
    training text not null default '' check (length(training) <= 1000),
    relation text not null default '' check (length(relation) <= 1000),
    added_at timestamptz not null,
    removed_at timestamptz,
    version int not null default 0,
    constraint member_once_per_study unique (study_id, person_id),
    constraint member_of_study unique (study_id, id)
);
create index member_of_person on member (person_id) where removed_at is null;

create table member_role (
    member_id bigint not null references member on delete cascade,
    role text not null check (role in ('LEAD', 'FACILITATOR', 'ANALYST', 'LEADER')),
    primary key (member_id, role)
);

create table member_expertise (
    member_id bigint not null references member on delete cascade,
    expertise text not null check (expertise in ('CLINICIAN', 'WELL_BEING_PROMOTION', 'QUALITY_IMPROVEMENT', 'OTHER')),
    primary key (member_id, expertise)
);

-- Sponsor, wellness leader and the promise to participants.
create table charter (
    study_id bigint primary key references study,
    sponsor_name text not null default '' check (length(sponsor_name) <= 200),
    sponsor_title text not null default '' check (length(sponsor_title) <= 200),
    wellness_leader_name text not null default '' check (length(wellness_leader_name) <= 200),
    wellness_leader_title text not null default '' check (length(wellness_leader_title) <= 200),
    promise text not null default '' check (length(promise) <= 2000),
    promised_by date,
    version int not null default 0
);
