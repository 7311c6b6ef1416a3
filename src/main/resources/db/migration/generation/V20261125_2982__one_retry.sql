alter table generation
    -- the film that this one is a second try at, and the remedy that was taken up
    add column retry_of     uuid,
    add column retry_remedy text,
    add check ((retry_of is null) = (retry_remedy is null));
-- whoever presses twice, or in two windows, has one film: only one that failed too makes room for another
create unique index generation_retry on generation (retry_of, retry_remedy)
    where retry_of is not null and state not in ('FAILED', 'CANCELLED');
