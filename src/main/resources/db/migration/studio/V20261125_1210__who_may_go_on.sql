-- chosen before a film is made, like its visibility
alter table prompt_draft add column remixable text not null default 'EVERYONE' check (remixable in ('EVERYONE', 'FOLLOWERS', 'NOBODY'));
alter table film_wish    add column remixable text not null default 'EVERYONE' check (remixable in ('EVERYONE', 'FOLLOWERS', 'NOBODY'));
