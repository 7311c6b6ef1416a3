-- what admins' programs did under a name of their own, so that it is done once however often it is sent
create table api_act (
    account_id uuid        not null references account,
    token      text        not null,
    body_hash  text        not null,
    -- as JSON
    answer     text        not null,
    created_at timestamptz not null,
    primary key (account_id, token)
);
create index api_act_created on api_act (created_at);
