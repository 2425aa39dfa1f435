create table initiative (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    idea_id bigint not null references idea constraint initiative_once_per_idea unique,
    title text not null check (length(title) between 1 and 200),
    aim text not null default '' check (length(aim) <= 1000),
    measure text not null default '' check (length(measure) <= 1000),
    owner_id bigint not null references member,
    sponsor text not null default '' check (length(sponsor) <= 200),
    sponsor_email text not null default '' check (length(sponsor_email) <= 254),
    first_step text not null check (length(first_step) between 1 and 500),
    first_step_due date not null,
    committed_on date not null,
    created_by bigint not null references person,
    created_at timestamptz not null,
    withdrawn_at timestamptz,
    withdrawn_because text check (length(withdrawn_because) between 1 and 1000),
    version int not null default 0,
    check ((withdrawn_at is null) = (withdrawn_because is null)),
    check (first_step_due between committed_on and committed_on + 14)
);

create table initiative_review (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    initiative_id bigint not null references initiative on delete cascade,
    after_days int not null,
    due_on date not null,
    calendar_uid uuid not null default gen_random_uuid(),
    status text check (status in ('ON_TRACK', 'STUCK', 'DONE')),
    remark text not null default '' check (length(remark) <= 1000),
    reviewed_at timestamptz,
    constraint review_once_per_day unique (initiative_id, due_on),
    check ((status is null) = (reviewed_at is null))
);

-- What a calendar was told of a review, and whose. The sequence rises with every change, as calendars want it.
create table review_entry (
    review_id bigint not null references initiative_review on delete cascade,
    study_id bigint not null references study,
    recipient text not null,
    sequence int not null,
    due_on date not null,
    cancelled boolean not null default false,
    constraint review_entry_once_per_recipient primary key (review_id, recipient)
);
