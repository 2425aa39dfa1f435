create table person (
    id bigint generated always as identity primary key,
    email text not null check (email = lower(email) and position('@' in email) > 1),
    name text not null check (length(name) between 1 and 200),
    password_hash text,
    administrator boolean not null default false,
    disabled_at timestamptz,
    created_at timestamptz not null,
    constraint person_once_per_email unique (email)
);

-- Links that work once: 128 random bits, kept as a SHA-256 hash.
create table one_time_link (
    id bigint generated always as identity primary key,
    token_hash bytea not null constraint one_time_link_token_once unique,
    purpose text not null check (purpose in ('SETUP', 'JOIN', 'RESET')),
    person_id bigint references person,
    expires_at timestamptz not null,
    used_at timestamptz,
    check ((purpose = 'SETUP') = (person_id is null))
);
