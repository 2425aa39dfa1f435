-- A version of a study's guide: a draft until it is published, frozen after.
create table guide (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    number int not null check (number > 0),
    title text not null check (length(title) between 1 and 200),
    slot_minutes int not null default 60 check (slot_minutes between 15 and 240),
    published_at timestamptz,
    published_by bigint references person,
    version int not null default 0,
    constraint guide_number_once_per_study unique (study_id, number),
    check ((published_at is null) = (published_by is null))
);
create unique index guide_one_draft_per_study on guide (study_id) where published_at is null;

create table guide_section (
    id bigint generated always as identity primary key,
    guide_id bigint not null references guide on delete cascade,
    study_id bigint not null references study,
    position int not null,
    title text not null check (length(title) between 1 and 200)
);

-- question_key stays the same from version to version: it is the question as analysis knows it.
create table guide_question (
    id bigint generated always as identity primary key,
    guide_id bigint not null references guide on delete cascade,
    study_id bigint not null references study,
    section_id bigint references guide_section on delete set null,
    question_key uuid not null,
    position int not null,
    wording text not null check (length(wording) between 1 and 500),
    domain text not null check (length(domain) between 1 and 80),
    intent text not null default '' check (length(intent) <= 500),
    polarity text not null check (polarity in ('ASSET', 'BARRIER', 'OPEN')),
    minutes int not null check (minutes between 1 and 60),
    probes text not null default '' check (length(probes) <= 2000),
    version int not null default 0,
    constraint question_key_once_per_guide unique (guide_id, question_key)
);
create index guide_question_of_guide on guide_question (guide_id, position);

create table guide_question_component (
    question_id bigint not null references guide_question on delete cascade,
    component text not null check (component in ('SAFETY', 'MEANING_AND_PURPOSE', 'CHOICE_AND_AUTONOMY',
        'RECOGNITION_AND_REWARDS', 'PARTICIPATIVE_MANAGEMENT', 'CAMARADERIE_AND_TEAMWORK', 'DAILY_IMPROVEMENT',
        'WELLNESS_AND_RESILIENCE', 'REAL_TIME_MEASUREMENT')),
    primary key (question_id, component)
);
