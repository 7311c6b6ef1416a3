comment on table api_act is 'what programs did under a name of their own, or send again, so that it is done once';
