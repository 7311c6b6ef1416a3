-- films whose order had faces in it that another machine has to be asked to erase once they have ended
alter table generation add column faces_out boolean not null default false;
create index generation_faces_out on generation (finished_at) where faces_out;
