-- What every summary answers: one domain per guide question, and those added later.
create table domain (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    question_key uuid,
    name text not null check (length(name) between 1 and 80),
    side text check (side in ('DIFFICULT', 'GOES_WELL')),
    position int not null,
    added_by bigint references person,
    added_at timestamptz,
    constraint domain_once_per_question unique (study_id, question_key),
    check ((question_key is null) = (added_at is not null)),
    check ((added_by is null) = (added_at is null)),
    check (side is null or question_key is null)
);
create unique index domain_name_once_per_study on domain (study_id, lower(name));

create table session_summary (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    session_id bigint not null references focus_group_session,
    author_id bigint not null references person,
    stage text not null check (stage in ('DRAFT', 'SECOND_READ', 'AGREED')),
    second_reader_id bigint references person,
    agreed_at timestamptz,
    created_at timestamptz not null,
    version int not null default 0,
    constraint summary_once_per_session unique (session_id),
    check (second_reader_id <> author_id),
    check ((stage = 'AGREED') = (agreed_at is not null)),
    check (stage <> 'AGREED' or second_reader_id is not null)
);

create table summary_cell (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    summary_id bigint not null references session_summary on delete cascade,
    domain_id bigint not null references domain,
    not_discussed boolean not null default false,
    leaning text check (leaning in ('HELPS', 'HINDERS', 'MIXED')),
    confidence text check (confidence in ('HIGH', 'MEDIUM', 'LOW')),
    constraint cell_once_per_domain unique (summary_id, domain_id)
);

create table summary_point (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    cell_id bigint not null references summary_cell on delete cascade,
    position int not null,
    text text not null check (length(text) between 1 and 1000)
);
create index summary_point_of_cell on summary_point (cell_id, position);

-- A quote in a cell (or of one of its points), linked to the turn or note it was taken from.
create table summary_quote (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    cell_id bigint not null references summary_cell on delete cascade,
    point_id bigint references summary_point on delete set null,
    turn_id bigint references turn,
    note_id uuid references note,
    text text not null check (length(text) between 1 and 2000),
    check (num_nonnulls(turn_id, note_id) = 1)
);

-- A quote whose words were changed in its turn or note, until an analyst has looked: what it said. Without its quote the
-- words are gone, and nobody quotes them.
create table quote_flag (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    cell_id bigint not null references summary_cell on delete cascade,
    quote_id bigint references summary_quote on delete cascade,
    turn_id bigint references turn on delete set null,
    note_id uuid references note on delete set null,
    words_before text not null,
    flagged_at timestamptz not null,
    constraint quote_flagged_once unique (quote_id)
);

-- A theme seen under a question; the row says what an analyst decided about it, the counts come from codings.
create table emerging_theme (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    question_key uuid not null,
    theme_id bigint not null references theme,
    theme_group text not null check (theme_group in ('DESIRE', 'BARRIER', 'POSITIVE', 'NEGATIVE', 'NONE')),
    confirmed boolean not null,
    decided_by bigint not null references person,
    decided_at timestamptz not null,
    constraint emerging_theme_once_per_question unique (study_id, question_key, theme_id)
);

create table contrast_topic (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    name text not null check (length(name) between 1 and 100),
    position int not null
);
create unique index contrast_topic_name_once_per_study on contrast_topic (study_id, lower(name));

create table contrast_statement (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    topic_id bigint not null references contrast_topic on delete cascade,
    side text not null check (side in ('DIFFICULT', 'GOES_WELL')),
    text text not null check (length(text) between 1 and 500),
    position int not null
);

-- The summary points that a statement rests on.
create table contrast_evidence (
    statement_id bigint not null references contrast_statement on delete cascade,
    point_id bigint not null references summary_point on delete cascade,
    study_id bigint not null references study,
    primary key (statement_id, point_id)
);

-- A statement for leaders, once the lead has released it.
create table finding (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    statement text not null check (length(statement) between 1 and 500),
    question_key uuid,
    contrast_topic_id bigint references contrast_topic on delete set null,
    written_by bigint not null references person,
    written_at timestamptz not null,
    released_by bigint references person,
    released_at timestamptz,
    version int not null default 0,
    check ((released_by is null) = (released_at is null))
);

create table finding_theme (
    finding_id bigint not null references finding on delete cascade,
    theme_id bigint not null references theme,
    primary key (finding_id, theme_id)
);
