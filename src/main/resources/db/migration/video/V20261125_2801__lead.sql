-- seconds of the film before it that it begins with; 0 for a film that is new from its first picture
alter table video
    add column lead double precision not null default 0 check (lead >= 0);
