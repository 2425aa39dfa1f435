-- An upload between preview and import; removed when imported, discarded, or a day old.
create table transcript_upload (
    id uuid primary key,
    study_id bigint not null references study,
    session_id bigint not null references focus_group_session,
    uploaded_by bigint not null references person,
    uploaded_at timestamptz not null,
    format text not null check (format in ('WEBVTT', 'SUBRIP', 'WORD', 'PLAIN_TEXT')),
    content text not null
);

create table transcript (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    session_id bigint not null references focus_group_session,
    format text not null check (format in ('WEBVTT', 'SUBRIP', 'WORD', 'PLAIN_TEXT')),
    imported_by bigint not null references person,
    imported_at timestamptz not null,
    version int not null default 0,
    constraint transcript_once_per_session unique (session_id)
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
    text text not null check (length(text) between 1 and 20000),
    question_id bigint references guide_question,
    unscripted_question_id bigint references unscripted_question,
    constraint turn_position_once_per_transcript unique (transcript_id, position),
    check (num_nonnulls(question_id, unscripted_question_id) <= 1)
);
create index turn_of_session on turn (session_id, position);

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
