-- films at a time of everybody with the plan together; null for no such limit
alter table plan_limits add column together integer check (together > 0);
