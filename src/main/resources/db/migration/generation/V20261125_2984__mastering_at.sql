-- when the film's turn to be mastered came last; before it only waited
alter table generation add column mastering_at timestamptz;
