-- whether its owner said of everybody who is seen in these films that they agree
alter table archive_import add column agreed boolean not null default false;
