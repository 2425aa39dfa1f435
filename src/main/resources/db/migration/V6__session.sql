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
    nickname text not null default '' check (length(nickname) <= 100),
    email text not null default '' check (length(email) <= 254),
    reports_to text not null default '' check (length(reports_to) <= 200)
);
create unique index participant_email_once_per_study on participant_key (study_id, lower(email)) where email <> '';

-- How often a study has learned a name: whoever has read the names can tell whether they are still all of them.
create table names_learned (
    study_id bigint primary key references study,
    times int not null
);

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
    others_present int not null default 0 check (others_present between 0 and 50),
    others_roles text not null default '' check (length(others_roles) <= 200),
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

-- What participants agree to, with the thresholds printed in it: every version as it was published, and at most one draft.
create table consent_text (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    number int check (number > 0),
    words text not null check (length(words) between 1 and 10000),
    counts_under int not null check (counts_under between 3 and 50),
    quotes_under int not null check (quotes_under between 3 and 100),
    published_at timestamptz,
    published_by bigint references person,
    first_used_at timestamptz,
    version int not null default 0,
    constraint consent_text_number_once_per_study unique (study_id, number),
    check ((number is null) = (published_at is null)),
    check (number is not null or first_used_at is null),
    check (quotes_under >= counts_under)
);
create unique index consent_text_one_draft on consent_text (study_id) where number is null;

create function consent_text_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'a published consent text is final';
end $$;
create trigger consent_text_is_final before update of study_id, number, words, counts_under, quotes_under, published_at
    on consent_text for each row when (old.number is not null) execute function consent_text_is_final();

-- Each answer of a participant to an item; the newest counts, a withdrawal is an answer too.
create table consent (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    participant_id bigint not null references participant on delete cascade,
    item text not null check (item in ('TAKE_PART', 'RECORDING', 'QUOTES')),
    given boolean not null,
    consent_text_id bigint not null references consent_text,
    how text not null check (how in ('WRITTEN', 'VERBAL')),
    recorded_by bigint references person,
    recorded_at timestamptz not null
);
create index consent_of_participant on consent (participant_id, item, id desc);

-- When a recording was started and stopped, as its facilitators marked it.
create table recording_mark (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    session_id bigint not null references focus_group_session on delete cascade,
    started_at timestamptz not null,
    started_by bigint not null references person,
    stopped_at timestamptz,
    stopped_by bigint references person,
    check ((stopped_at is null) = (stopped_by is null)),
    check (stopped_at >= started_at)
);
create index recording_mark_of_session on recording_mark (session_id, id);
create unique index recording_mark_running_once on recording_mark (session_id) where stopped_at is null;

-- Here as below, words may be twenty times as long as anybody types them: what stands for a name may take more room than
-- the name. They are told apart by a hash, since an index takes no long words.
create table unscripted_question (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    session_id bigint not null references focus_group_session on delete cascade,
    wording text not null check (length(wording) between 1 and 10000),
    wording_hash text not null generated always as (md5(wording)) stored,
    opened_at timestamptz not null,
    constraint unscripted_question_once_per_session unique (session_id, wording_hash)
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
    text text not null check (length(text) between 1 and 200000),
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
    top_themes text not null check (length(top_themes) between 1 and 80000),
    surprises text not null default '' check (length(surprises) <= 80000),
    differences text not null default '' check (length(differences) <= 80000),
    climate text not null default '' check (length(climate) <= 80000),
    guide_changes text not null default '' check (length(guide_changes) <= 80000),
    written_by bigint not null references person,
    written_at timestamptz not null,
    version int not null default 0
);

-- What may give somebody away and was left in a text; the place is a hash of where it is.
create table kept_mark (
    session_id bigint not null references focus_group_session on delete cascade,
    study_id bigint not null references study,
    place text not null check (place ~ '^[0-9a-f]{32}$'),
    decided_by bigint not null references person,
    decided_at timestamptz not null,
    constraint mark_kept_once primary key (session_id, place)
);

-- Until when words that were replaced are kept; without a row they are not kept at all.
create table name_setting (
    study_id bigint primary key references study,
    keep_until date not null,
    set_by bigint not null references person,
    set_at timestamptz not null
);

-- Until when the files of transcripts are kept as they came; without a row they are dropped on import.
create table file_setting (
    study_id bigint primary key references study,
    keep_until date not null,
    set_by bigint not null references person,
    set_at timestamptz not null
);

-- Words that were replaced, apart from the texts, as long as the setting says so.
create table replaced_words (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    session_id bigint not null references focus_group_session on delete cascade,
    source text not null check (length(source) <= 60),
    words text not null,
    cover text not null,
    replaced_at timestamptz not null
);
create index replaced_words_of_session on replaced_words (session_id, id);

-- Who was reminded that a debrief is due: each person once by each kind of mail.
create table debrief_reminder (
    session_id bigint not null references focus_group_session on delete cascade,
    study_id bigint not null references study,
    person_id bigint not null references person,
    kind text not null check (kind in ('FIRST', 'SECOND')),
    sent_at timestamptz not null,
    constraint debrief_reminder_once primary key (session_id, person_id, kind)
);
