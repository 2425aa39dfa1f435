create table theme (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    parent_id bigint references theme,
    name text not null check (length(name) between 1 and 100),
    definition text not null default '' check (length(definition) <= 2000),
    use_when text not null default '' check (length(use_when) <= 2000),
    not_when text not null default '' check (length(not_when) <= 2000),
    example text not null default '' check (length(example) <= 2000),
    theme_group text not null check (theme_group in ('DESIRE', 'BARRIER', 'POSITIVE', 'NEGATIVE', 'NONE')),
    colour int not null check (colour between 1 and 12),
    position int not null default 0,
    retired_at timestamptz,
    version int not null default 0,
    check (parent_id <> id)
);
create unique index theme_name_once_per_study on theme (study_id, lower(name));

-- Words of one turn or note that carry a theme, by one analyst. Offsets are Unicode code points, end exclusive.
create table coding (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    session_id bigint not null references focus_group_session,
    turn_id bigint references turn,
    note_id uuid references note,
    theme_id bigint not null references theme,
    analyst_id bigint not null references person,
    start_at int not null check (start_at >= 0),
    end_at int not null,
    memo text not null default '' check (length(memo) <= 2000),
    starred boolean not null default false,
    coded_at timestamptz not null,
    check (num_nonnulls(turn_id, note_id) = 1),
    check (end_at > start_at),
    constraint coding_once_per_analyst unique nulls not distinct (turn_id, note_id, theme_id, analyst_id, start_at, end_at)
);
create index coding_of_session on coding (session_id);
create index coding_of_theme on coding (theme_id);
create index coding_of_turn on coding (turn_id);

-- A coding whose own words were corrected, until its analyst has looked at it: what they were, and where they began in
-- which version of the turn or note; -1 where that is not kept.
create table coding_flag (
    coding_id bigint primary key references coding on delete cascade,
    study_id bigint not null references study,
    words_before text not null,
    start_before int not null,
    version_before int not null,
    gone boolean not null,
    flagged_at timestamptz not null
);
