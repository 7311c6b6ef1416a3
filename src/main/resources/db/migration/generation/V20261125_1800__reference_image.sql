-- pictures that films start from or keep to, and whose they are
create table reference_image (
    key        text primary key,
    account_id uuid        not null references account,
    width      integer     not null check (width > 0),
    height     integer     not null check (height > 0),
    created_at timestamptz not null
);
create index reference_image_created on reference_image (created_at);
