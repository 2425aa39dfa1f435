create table idea (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    title text not null check (length(title) between 1 and 200),
    text text not null default '' check (length(text) <= 2000),
    origin text not null check (origin in ('FINDINGS', 'LEADER', 'AFTERTHOUGHT')),
    scope text check (scope in ('UNIT', 'CLINIC', 'DEPARTMENT', 'ORGANISATION', 'OUTSIDE')),
    in_scope boolean,
    addressee text not null default '' check (length(addressee) <= 200),
    proposed_by bigint not null references person,
    proposed_at timestamptz not null,
    merged_into bigint,
    version int not null default 0,
    check ((scope is null) = (in_scope is null)),
    check (in_scope is distinct from false or addressee <> ''),
    constraint idea_of_study unique (study_id, id),
    constraint idea_merged_within_study foreign key (study_id, merged_into) references idea (study_id, id),
    constraint idea_not_merged_into_itself check (merged_into <> id)
);
create index idea_merged on idea (merged_into) where merged_into is not null;
create unique index idea_title_once_per_study on idea (study_id, lower(title));

create table idea_theme (
    idea_id bigint not null references idea on delete cascade,
    theme_id bigint not null references theme,
    primary key (idea_id, theme_id)
);

create table idea_finding (
    idea_id bigint not null references idea on delete cascade,
    finding_id bigint not null references finding,
    primary key (idea_id, finding_id)
);

create table retreat (
    id bigint generated always as identity primary key,
    study_id bigint not null references study constraint retreat_once_per_study unique,
    title text not null check (length(title) between 1 and 200),
    held_on date not null,
    place text not null default '' check (length(place) <= 300),
    closed_at timestamptz,
    closed_by bigint references person,
    closing_reason text check (length(closing_reason) between 1 and 1000),
    version int not null default 0,
    check ((closed_at is null) = (closed_by is null)),
    check (closing_reason is null or closed_at is not null)
);

-- A ballot: its rule, options and electorate are frozen when it opens. While it is open the ballots that were cast lie in
-- a table of their own, ballot_box_<id>, which is dropped when it closes: docs/decisions/0003-secret-ballot.md.
create table ballot (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    retreat_id bigint not null references retreat,
    number int not null,
    title text not null check (length(title) between 1 and 200),
    most_approvals int not null check (most_approvals between 1 and 20),
    winners int not null check (winners between 1 and 20),
    quorum int not null default 0 check (quorum >= 0),
    tie_rule text not null check (tie_rule in ('RUN_OFF', 'INCLUDE_ALL')),
    stage text not null check (stage in ('DRAFT', 'OPEN', 'CLOSED')),
    run_off_of bigint references ballot,
    opened_at timestamptz,
    opened_by bigint references person,
    closed_at timestamptz,
    closed_by bigint references person,
    digest text,
    version int not null default 0,
    constraint ballot_number_once_per_retreat unique (retreat_id, number),
    check ((stage = 'DRAFT') = (opened_at is null)),
    check ((stage = 'CLOSED') = (closed_at is not null)),
    check (digest is null or stage = 'CLOSED')
);
create index ballot_of_study on ballot (study_id);
create unique index ballot_one_open_per_retreat on ballot (retreat_id) where stage = 'OPEN';

-- The idea and its evidence as they were when the ballot opened; the tally is null until the ballot closes.
create table ballot_option (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    ballot_id bigint not null references ballot on delete cascade,
    idea_id bigint not null references idea,
    position int not null,
    wording text not null,
    details text not null default '',
    themes text[] not null default '{}',
    findings text[] not null default '{}',
    raised_in int not null default 0 check (raised_in >= 0),
    of_sessions int not null default 0 check (of_sessions >= raised_in),
    approvals int check (approvals >= 0),
    outcome text check (outcome in ('CHOSEN', 'TIED', 'NOT_CHOSEN')),
    constraint option_once_per_idea unique (ballot_id, idea_id)
);

-- Who may cast. A row is written again, in random order, when the ballot closes.
create table elector (
    ballot_id bigint not null references ballot on delete cascade,
    person_id bigint not null references person,
    study_id bigint not null references study,
    has_cast boolean not null default false,
    constraint elector_once_per_ballot primary key (ballot_id, person_id)
);

-- What was cast, in random order under new ids, so that nothing joins a row to an elector.
create table sealed_ballot (
    id uuid primary key,
    study_id bigint not null references study,
    ballot_id bigint not null references ballot,
    option_ids bigint[] not null
);
create index sealed_ballot_of_ballot on sealed_ballot (ballot_id);
