create table site (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    name text not null check (length(name) between 1 and 200),
    zone text not null,
    version int not null default 0
);
create unique index site_name_once_per_study on site (study_id, lower(name));

-- A participant is a code everywhere after recruitment.
create table participant (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    code text not null check (code ~ '^P[0-9]{2,4}$'),
    site_id bigint not null references site,
    profession text not null default '' check (length(profession) <= 100),
    version int not null default 0,
    constraint participant_code_once_per_study unique (study_id, code)
);

-- The key from code to person: the only table with a participant's name.
create table participant_key (
    participant_id bigint primary key references participant on delete cascade,
    study_id bigint not null references study,
    name text not null check (length(name) between 1 and 200),
    email text not null default '' check (length(email) <= 254),
    reports_to text not null default '' check (length(reports_to) <= 200)
);
create unique index participant_email_once_per_study on participant_key (study_id, lower(email)) where email <> '';

create table focus_group_session (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    title text not null check (length(title) between 1 and 200),
    kind text not null check (kind in ('SITE', 'MAKE_UP')),
    site_id bigint references site,
    zone text not null,
    starts_at timestamptz not null,
    minutes int not null check (minutes between 15 and 240),
    setting text not null check (setting in ('OVER_LUNCH', 'CLINICIAN_MEETING', 'RETREAT', 'OTHER')),
    format text not null check (format in ('VIDEO', 'IN_PERSON', 'HYBRID')),
    place text not null default '' check (length(place) <= 500),
    capacity int not null check (capacity between 1 and 50),
    stage text not null check (stage in ('PLANNED', 'INVITED', 'IN_PROGRESS', 'HELD', 'DEBRIEFED', 'TRANSCRIBED',
        'CLOSED', 'CANCELLED')),
    guide_id bigint references guide,
    started_at timestamptz,
    ended_at timestamptz,
    version int not null default 0,
    check (kind = 'MAKE_UP' or site_id is not null),
    check (stage in ('PLANNED', 'INVITED', 'CANCELLED') or guide_id is not null)
);
create index focus_group_session_of_study on focus_group_session (study_id, starts_at);

create table session_facilitator (
    session_id bigint not null references focus_group_session on delete cascade,
    member_id bigint not null references member,
    job text not null check (job in ('MODERATOR', 'NOTE_TAKER')),
    constraint facilitator_once_per_session primary key (session_id, member_id)
);

create table session_participant (
    session_id bigint not null references focus_group_session on delete cascade,
    participant_id bigint not null references participant on delete cascade,
    attended boolean not null default false,
    constraint participant_once_per_session primary key (session_id, participant_id)
);

create table unscripted_question (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    session_id bigint not null references focus_group_session on delete cascade,
    wording text not null check (length(wording) between 1 and 500),
    opened_at timestamptz not null,
    constraint unscripted_question_once_per_session unique (session_id, wording)
);

create sequence note_seq;

-- A live note; its id is made in the browser, its order in the database.
create table note (
    id uuid primary key,
    study_id bigint not null references study,
    session_id bigint not null references focus_group_session,
    question_id bigint references guide_question,
    unscripted_question_id bigint references unscripted_question,
    kind text not null check (kind in ('QUOTE', 'PARAPHRASE', 'NON_VERBAL', 'OWN_IDEA')),
    speaker text check (speaker ~ '^P[0-9]{2,4}$'),
    text text not null check (length(text) between 1 and 10000),
    author_id bigint not null references person,
    version int not null check (version > 0),
    seq bigint not null default nextval('note_seq'),
    client_seq bigint,
    change bigint not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    check (num_nonnulls(question_id, unscripted_question_id) = 1)
);
create index note_of_session on note (session_id, seq);
create index note_by_change on note (session_id, change);

-- What its author took back: nobody reads it any more, and the id is never used again.
create table note_deletion (
    note_id uuid primary key,
    study_id bigint not null references study,
    session_id bigint not null references focus_group_session,
    version int not null,
    seq bigint not null,
    change bigint not null,
    deleted_by bigint not null references person,
    deleted_at timestamptz not null
);
create index note_deletion_by_change on note_deletion (session_id, change);

-- Every text that was ever sent, also the refused ones and those of deleted notes.
create table note_revision (
    id bigint generated always as identity primary key,
    note_id uuid not null,
    study_id bigint not null references study,
    version int not null,
    accepted boolean not null,
    kind text not null,
    speaker text,
    text text not null,
    person_id bigint not null references person,
    saved_at timestamptz not null
);
create index note_revision_of_note on note_revision (note_id);
create unique index note_revision_once_per_version on note_revision (note_id, version) where accepted;

create table debrief (
    session_id bigint primary key references focus_group_session,
    study_id bigint not null references study,
    top_themes text not null check (length(top_themes) between 1 and 4000),
    surprises text not null default '' check (length(surprises) <= 4000),
    differences text not null default '' check (length(differences) <= 4000),
    climate text not null default '' check (length(climate) <= 4000),
    guide_changes text not null default '' check (length(guide_changes) <= 4000),
    written_by bigint not null references person,
    written_at timestamptz not null,
    version int not null default 0
);
