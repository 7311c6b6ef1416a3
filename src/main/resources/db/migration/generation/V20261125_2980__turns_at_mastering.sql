-- when a film of the account was last taken to be mastered: who was served longest ago is next
alter table turn add column mastered_at timestamptz;
