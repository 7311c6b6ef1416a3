-- The words of a challenge as they were read aloud, sealed; the row goes when the cameo does.
create table cameo_voice (
    cameo      uuid primary key references cameo (id) on delete cascade,
    sealed     bytea       not null,
    -- what was heard, by numbers, as JSON
    heard      text        not null,
    created_at timestamptz not null
);
