alter table generation
    -- seconds of the film before it that its own film begins with; 0 for a film of its own
    add column lead   double precision not null default 0 check (lead >= 0),
    -- what came has the mark of another place on it
    add column marked boolean          not null default false;

-- films that members sent along with an order; each is a private draft of its sender's
create table sent_film (
    video_id   uuid primary key,
    account_id uuid        not null references account,
    -- of the file as it came, in hex: the same file is one draft
    hash       text        not null,
    face       boolean     not null,
    -- when its sender said that the faces in it may be used
    agreed_at  timestamptz,
    created_at timestamptz not null
);
create index sent_film_hash on sent_film (account_id, hash);
