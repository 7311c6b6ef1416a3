-- by what a backend signs its calls to us, sealed like its key
alter table remote_backend add column hook_secret bytea;
