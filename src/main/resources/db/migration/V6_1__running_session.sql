-- How often a session has changed. Whoever changes something of it locks its row until the commit, so that a reader who
-- has seen change n has seen all up to n.
create table session_change (
    session_id bigint primary key references focus_group_session on delete cascade,
    study_id bigint not null references study,
    last bigint not null default 0
);

create function next_session_change(session bigint) returns bigint language sql as $$
    update session_change set last = last + 1 where session_id = session returning last
$$;

-- Each stay of a question on the floor.
create table floor_visit (
    id bigint generated always as identity primary key,
    study_id bigint not null references study,
    session_id bigint not null references focus_group_session on delete cascade,
    question_id bigint references guide_question,
    unscripted_question_id bigint references unscripted_question on delete cascade,
    since timestamptz not null,
    until timestamptz check (until >= since),
    change bigint not null,
    set_by bigint not null references person,
    check (num_nonnulls(question_id, unscripted_question_id) = 1)
);
create unique index one_question_on_the_floor on floor_visit (session_id) where until is null;

-- What a group brought up and the moderator put off; its id is made in the browser.
create table parked_topic (
    id uuid primary key,
    study_id bigint not null references study,
    session_id bigint not null references focus_group_session on delete cascade,
    text text not null check (length(text) between 1 and 10000),
    question_id bigint references guide_question,
    unscripted_question_id bigint references unscripted_question on delete cascade,
    done boolean not null,
    version int not null default 1,
    change bigint not null,
    parked_by bigint not null references person,
    parked_at timestamptz not null,
    check (num_nonnulls(question_id, unscripted_question_id) <= 1)
);
create index parked_topic_of_session on parked_topic (session_id, parked_at);

-- The ids under which browsers opened an unscripted question, maybe two of them at once and without a connection.
create table unscripted_question_name (
    id uuid primary key,
    study_id bigint not null references study,
    session_id bigint not null references focus_group_session on delete cascade,
    unscripted_question_id bigint not null references unscripted_question on delete cascade,
    named_at timestamptz not null
);

create function session_is_counted() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into session_change (session_id, study_id) values (new.id, new.study_id);
    else
        perform next_session_change(new.id);
    end if;
    return null;
end $$;
create trigger session_is_counted after insert on focus_group_session
    for each row execute function session_is_counted();
create trigger stage_is_counted after update of stage on focus_group_session
    for each row when (old.stage is distinct from new.stage) execute function session_is_counted();

create function change_is_numbered() returns trigger language plpgsql as $$
begin
    new.change := next_session_change(new.session_id);
    return new;
end $$;
create trigger floor_visit_is_numbered before insert on floor_visit
    for each row execute function change_is_numbered();
create trigger parked_topic_is_numbered before insert or update on parked_topic
    for each row execute function change_is_numbered();
create trigger note_deletion_is_numbered before insert on note_deletion
    for each row execute function change_is_numbered();

create function change_is_counted() returns trigger language plpgsql as $$
begin
    perform next_session_change(coalesce(new.session_id, old.session_id));
    return null;
end $$;
create trigger unscripted_question_is_counted after insert on unscripted_question
    for each row execute function change_is_counted();

-- Whether a recording runs, who is here and who agrees to be recorded is shown while the session runs, too.
create trigger recording_mark_is_counted after insert or update on recording_mark
    for each row execute function change_is_counted();
create trigger attendance_is_counted after update of attended on session_participant
    for each row when (old.attended is distinct from new.attended) execute function change_is_counted();
create trigger departure_is_counted after delete on session_participant
    for each row when (old.attended) execute function change_is_counted();

create function consent_is_counted() returns trigger language plpgsql as $$
begin
    perform next_session_change(sp.session_id) from (select session_id from session_participant
        where participant_id = new.participant_id order by session_id) sp;
    return null;
end $$;
create trigger consent_is_counted after insert on consent
    for each row when (new.item = 'RECORDING') execute function consent_is_counted();

-- A deleted note never comes back, even when a browser sends it again in the very moment in which it is deleted: the
-- number makes it wait for that.
create function note_is_numbered() returns trigger language plpgsql as $$
begin
    new.change := next_session_change(new.session_id);
    if tg_op = 'INSERT' and exists (select from note_deletion where note_id = new.id) then
        return null;
    end if;
    return new;
end $$;
create trigger note_is_numbered before insert or update on note
    for each row execute function note_is_numbered();

-- With its public key a browser locks up the notes that wait on it; only who signs in gets the private one.
create table queue_key (
    person_id bigint primary key references person,
    public_key bytea not null,
    private_key bytea not null,
    made_at timestamptz not null default now()
);
