-- the picture that a film on a sheet starts from, or keeps to
create table draft_picture (
    draft_id  uuid primary key references prompt_draft (id) on delete cascade,
    key       text    not null,
    -- a face was seen in it; then its sender says when that they may use it and that whoever is on it agrees
    face      boolean not null,
    agreed_at timestamptz
);
