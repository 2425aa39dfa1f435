-- An upload between preview and import; removed when imported, discarded, or a day old.
create table transcript_upload (
    id uuid primary key,
    study_id bigint not null references study,
    session_id bigint not null references focus_group_session,
    uploaded_by bigint not null references person,
    uploaded_at timestamptz not null,
    format text not null check (format in ('WEBVTT', 'SUBRIP', 'WORD', 'PLAIN_TEXT')),
    content text not null,
    original bytea,
    voices text not null default ''
);

-- What was decided about words of an upload that may give somebody away; without a cover they stay.
create table upload_decision (
    upload_id uuid not null references transcript_upload on delete cascade,
    study_id bigint not null references study,
    place text not null check (place ~ '^[0-9a-f]{32}$'),
    cover text not null default '' check (length(cover) <= 60),
    constraint place_decided_once primary key (upload_id, place)
);

-- For whom a speaker label stood earlier in the study; of the label there is only a hash made with the study's secret.
create table label_secret (
    study_id bigint primary key references study,
    secret bytea not null
);

create table known_label (
    study_id bigint not null references study,
    label text not null check (label ~ '^[0-9a-f]{32}$'),
    participant_id bigint references participant on delete cascade,
    member_id bigint references member on delete cascade,
    constraint label_known_once primary key (study_id, label),
    check (num_nonnulls(participant_id, member_id) = 1)
);

create table transcript (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    session_id bigint not null references focus_group_session,
    format text not null check (format in ('WEBVTT', 'SUBRIP', 'WORD', 'PLAIN_TEXT')),
    imported_by bigint not null references person,
    imported_at timestamptz not null,
    version int not null default 0,
    questions_confirmed_at timestamptz,
    questions_confirmed_by bigint references person,
    constraint transcript_once_per_session unique (session_id)
);

-- A transcript's file as it came, names and all, where the study keeps it; apart from the turns, and gone with them.
create table kept_file (
    transcript_id bigint primary key references transcript on delete cascade,
    study_id bigint not null references study,
    session_id bigint not null references focus_group_session,
    format text not null check (format in ('WEBVTT', 'SUBRIP', 'WORD', 'PLAIN_TEXT')),
    content bytea not null,
    delete_by date not null
);

-- One speaker of a transcript, under the code or job that stands for the person.
create table speaker (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    transcript_id bigint not null references transcript on delete cascade,
    label text not null check (length(label) between 1 and 30),
    participant_id bigint references participant,
    member_id bigint references member,
    constraint speaker_once_per_transcript unique (transcript_id, label)
);

create table turn (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    transcript_id bigint not null references transcript on delete cascade,
    session_id bigint not null references focus_group_session,
    position int not null,
    speaker_id bigint not null references speaker,
    starts_ms int,
    ends_ms int,
    text text not null check (length(text) between 1 and 400000),
    question_id bigint references guide_question,
    unscripted_question_id bigint references unscripted_question,
    version int not null default 0,
    constraint turn_position_once_per_transcript unique (transcript_id, position),
    check (num_nonnulls(question_id, unscripted_question_id) <= 1)
);
create index turn_of_session on turn (session_id, position);

-- Where a question seems to start, and how sure that is: kept until somebody has confirmed the questions.
create table question_proposal (
    turn_id bigint primary key references turn on delete cascade,
    study_id bigint not null references study,
    transcript_id bigint not null references transcript on delete cascade,
    confidence int not null check (confidence between 0 and 100)
);
create index question_proposal_of_transcript on question_proposal (transcript_id);

-- Where the questions started before they were changed, so that the change can be undone: "turn=question" or
-- "turn=question=confidence", parted by spaces.
create table question_change (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    transcript_id bigint not null references transcript on delete cascade,
    changed_by bigint not null references person,
    changed_at timestamptz not null,
    starts text not null,
    confirmed_at timestamptz,
    confirmed_by bigint references person
);
create index question_change_of_transcript on question_change (transcript_id, id);

-- What a turn said before it was corrected; without text where nobody shall read it any more.
create table turn_revision (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    turn_id bigint not null references turn on delete cascade,
    version int not null,
    text text,
    corrected_by bigint not null references person,
    corrected_at timestamptz not null,
    constraint turn_revision_once_per_version unique (turn_id, version)
);

-- Where the recording of a session is, and when it has to be gone. The recording itself is never here.
create table recording (
    session_id bigint primary key references focus_group_session,
    study_id bigint not null references study,
    place text not null check (length(place) between 1 and 500),
    holder text not null check (length(holder) between 1 and 200),
    sent_on date,
    received_on date,
    delete_by date not null,
    deleted_on date,
    deleted_by bigint references person,
    version int not null default 0,
    check (received_on >= sent_on),
    check ((deleted_on is null) = (deleted_by is null))
);
