-- how the film on the sheet continues the other one
alter table prompt_draft add column way text not null default 'REMIX' check (way in ('REMIX', 'EXTEND'));
