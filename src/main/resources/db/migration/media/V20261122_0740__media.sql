-- a file is put before the row that owns it commits; what nobody keeps is swept
create table media_object (
    key          text primary key,
    content_type text        not null,
    bytes        bigint      not null check (bytes >= 0),
    created_at   timestamptz not null,
    kept_at      timestamptz
);
create index media_object_unkept on media_object (created_at) where kept_at is null;
