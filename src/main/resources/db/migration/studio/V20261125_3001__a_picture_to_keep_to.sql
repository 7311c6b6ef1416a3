-- whether the film keeps to what a picture shows instead of starting from it, where its model can do both
alter table draft_picture add column keeps boolean not null default false;
