alter table reference_image
    -- whether a face was seen in it; null for pictures from before this was written down
    add column face      boolean,
    -- when, and on which way, its sender said that they may use it and that whoever is on it agrees
    add column agreed_at timestamptz,
    add column said      text check (said in ('PAGE', 'PROGRAM'));
update reference_image r set face = d.face, agreed_at = d.agreed_at, said = case when d.agreed_at is not null then 'PAGE' end
from draft_picture d where d.key = r.key;

-- What was said of the faces that a film begins with. It stays with the film when the picture is long swept.
create table face_declaration (
    -- the film has its id before it exists
    video     uuid        not null,
    -- who brought the face in and spoke for it
    account   uuid        not null references account,
    source    text        not null check (source in ('PICTURE', 'FILM')),
    said      text        not null check (said in ('PAGE', 'PROGRAM')),
    agreed_at timestamptz not null,
    -- the film that the face was brought in with, for one that goes on from it
    origin    uuid,
    primary key (video, account, source)
);
create index face_declaration_account on face_declaration (account, agreed_at);
insert into face_declaration (video, account, source, said, agreed_at)
select video_id, account_id, 'FILM', 'PROGRAM', agreed_at from sent_film where face and agreed_at is not null;
